import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { size } from '../../fields/quantity.ts';

/** Which answers of a route are made smaller for clients that take them so. */
export interface CompressConfiguration {
  /** In lower case; `text/*` for a family, `application/*+json` for what ends so. */
  readonly types: readonly string[];
  /** A shorter answer goes as it is. */
  readonly minBytes: number;
  /** Even for requests that browsers send with what says who calls. */
  readonly dangerouslyCompressWithCookies?: true;
}

const usualTypes = [
  'text/*',
  'application/json',
  'application/*+json',
  'application/javascript',
  'application/xml',
  'application/*+xml',
  'image/svg+xml',
];

const typeMessage = allowed(
  'a type of media such as `application/json`, `text/*` or `application/*+json`',
  'Write it in lower case, without parameters.',
);

const typeSchema = z
  .string({ error: typeMessage })
  .regex(/^[a-z0-9]{1,32}\/(?:\*(?:\+[a-z0-9.-]{1,32})?|[a-z0-9][a-z0-9.+-]{0,95})$/, { error: typeMessage });

export const compressSchema: z.ZodType<CompressConfiguration, unknown> = strict({
  types: list(typeSchema, { least: 1, most: 64, of: 'types' })
    .prefault(usualTypes)
    .meta({ description: 'Types of media; streams of events and gRPC never.' }),
  minBytes: size({ least: '0B', most: '1MiB', example: '1KiB' })
    .prefault('1KiB')
    .meta({ description: 'A shorter answer goes as it is.' }),
  dangerouslyCompressWithCookies: z
    .literal(true, {
      error: allowed('only `true`', 'Write `dangerouslyCompressWithCookies: true`, or leave it out.'),
    })
    .exactOptional()
    .meta({
      description:
        'Also for requests that browsers send with what says who calls, so that a page of others may learn secrets in answers by their length (BREACH).',
    }),
});
