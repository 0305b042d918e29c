import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { parseClaimPath } from '../../fields/claim-path.ts';
import { rateSchema } from '../../fields/quantity.ts';
import { routeDefaults } from './defaults.ts';
import type { LimitConfiguration } from './type.ts';

const byMessage = allowed(
  '`route`, `address` or a claim such as `claims.sub`',
  'Write whose requests are counted together.',
);

const bySchema = z
  .string({ error: byMessage })
  .refine((text) => parseBy(text) !== undefined, { error: byMessage })
  .transform((text): LimitConfiguration['by'] => parseBy(text) ?? { kind: 'route' });

export const limitSchema: z.ZodType<LimitConfiguration, unknown> = strict({
  rate: rateSchema.meta({ description: 'How many requests, such as `100/s` or `1000/m`.' }),
  by: bySchema
    .prefault(routeDefaults.limit.by)
    .meta({ description: 'Whose budget: `route`, `address` or a claim such as `claims.sub`.' }),
}).transform(({ rate, by }) => ({ ...rate, by }));

function parseBy(text: string): LimitConfiguration['by'] | undefined {
  if (text === 'route' || text === 'address') return { kind: text };
  const claim = parseClaimPath(text);
  return claim === undefined ? undefined : { kind: 'claim', claim };
}
