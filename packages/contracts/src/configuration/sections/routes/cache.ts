import type { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { type ClaimPath, claimPathSchema } from '../../fields/claim-path.ts';
import { list } from '../../fields/list.ts';
import { size } from '../../fields/quantity.ts';

/** Which answers of a route are kept and given again (RFC 9111). */
export interface CacheConfiguration {
  /** Whether all who may call the route get the same answer, where its upstream lets them. */
  readonly per: 'everyone' | 'subject';
  /** By which callers are told apart beside the subject. */
  readonly claims?: readonly ClaimPath[];
  /** A longer answer is not kept. */
  readonly maxBodyBytes: number;
}

export const cacheSchema: z.ZodType<CacheConfiguration, unknown> = strict({
  per: choice(['everyone', 'subject']).meta({
    description:
      '`everyone`: one answer for all, where the upstream says that it may be shared; `subject`: one for each subject.',
  }),
  claims: list(claimPathSchema, { least: 1, most: 8, of: 'claims' })
    .exactOptional()
    .meta({ description: 'Claims by which answers are told apart beside the subject.' }),
  maxBodyBytes: size({ least: '1B', most: '64MiB', example: '1MiB' })
    .prefault('1MiB')
    .meta({ description: 'A longer answer is not kept.' }),
}).refine(({ per, claims }) => claims === undefined || per === 'subject', {
  path: ['claims'],
  error: allowed('`claims` only beside `per: subject`', 'Write `per: subject`, or remove it.'),
});

interface Cached {
  readonly cache?: CacheConfiguration | undefined;
  readonly public?: true | undefined;
  readonly match: { readonly methods: readonly string[] };
}

export function cacheFaults({
  cache,
  public: open,
  match,
}: Cached): readonly { readonly path: string[]; readonly message: string }[] {
  if (cache === undefined) return [];
  return [
    ...(match.methods.includes('GET')
      ? []
      : [{ path: [], message: allowed('a route that takes `GET`: no other answer is kept', 'Remove it.') }]),
    ...(open === true && cache.per === 'subject'
      ? [
          {
            path: ['per'],
            message: allowed('`everyone` on a public route, which has no subjects', 'Write `per: everyone`.'),
          },
        ]
      : []),
  ];
}
