import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { type ClaimPath, parseClaimPath } from '../../fields/claim-path.ts';
import { share } from '../../fields/quantity.ts';
import { nameSchema } from '../../fields/text.ts';
import type { SplitConfiguration } from './type.ts';

const byMessage = allowed('`address`, or a claim such as `claims.sub`', 'Write who stays at one upstream.');

const bySchema: z.ZodType<'address' | ClaimPath, string> = z
  .string({ error: byMessage })
  .refine((text) => text === 'address' || parseClaimPath(text) !== undefined, { error: byMessage })
  .transform((text) => parseClaimPath(text) ?? ('address' as const));

const toMessage = allowed(
  '1 to 8 names of upstreams with shares, together at most 100%',
  'Write lines such as `orders-next: 5%`; the rest goes to `upstream`.',
);

export const splitSchema: z.ZodType<SplitConfiguration, unknown> = strict({
  to: z
    .record(nameSchema, share({ example: '5%' }), { error: toMessage })
    .refine(isWithinWhole, { error: toMessage })
    .meta({ description: 'Which share of the callers goes to which other upstream, by name.' }),
  by: bySchema.prefault('address').meta({
    description: 'Who stays at one upstream: each `address`, or each value of a claim.',
  }),
});

function isWithinWhole(to: Readonly<Record<string, number>>): boolean {
  const shares = Object.values(to);
  const percent = shares.reduce((sum, one) => sum + Math.round(one * 100), 0);
  return shares.length > 0 && shares.length <= 8 && percent <= 100;
}
