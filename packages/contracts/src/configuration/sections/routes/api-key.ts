import type { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { oneOrMore } from '../../fields/list.ts';
import { audienceSchema } from '../../fields/text.ts';
import { clientHeaderSchema } from './context-header.ts';
import { queryParameterSchema } from './credentials.ts';

/** As it is written: the audience may stand beside it, in `auth`. */
export interface ApiKeyShape {
  readonly header?: string;
  readonly parameter?: string;
  readonly audience?: readonly string[];
}

const shape = strict({
  header: clientHeaderSchema
    .exactOptional()
    .meta({ description: 'A header with the key alone as its value, such as `x-api-key`.' }),
  dangerouslyFromQuery: queryParameterSchema.exactOptional().meta({
    description:
      'A parameter of the query. Whatever keeps addresses keeps the key: histories, logs of proxies, pages that are linked from there.',
  }),
  audience: oneOrMore(audienceSchema, { least: 1, most: 16, of: 'audiences' }).exactOptional().meta({
    description: 'The key must be made for one of these. Without it, for one of the `audience` of `auth`.',
  }),
});

/** Where a request may have an API key of this Signet, and for what that must be made. */
export const apiKeySchema: z.ZodType<ApiKeyShape, unknown> = shape
  .superRefine(saysWhere)
  .transform(({ dangerouslyFromQuery, ...rest }) => ({
    ...rest,
    ...(dangerouslyFromQuery === undefined ? {} : { parameter: dangerouslyFromQuery }),
  }));

function saysWhere(value: z.output<typeof shape>, context: z.core.$RefinementCtx): void {
  if (value.header !== undefined || value.dangerouslyFromQuery !== undefined) return;
  const message = allowed(
    '`header: NAME`, or `dangerouslyFromQuery: NAME`',
    'Say where the key stands: `apiKey: { header: x-api-key }`.',
  );
  context.addIssue({ code: 'custom', message });
}
