import { z } from 'zod';
import type { LimitConfiguration } from '../configuration.ts';
import { defaults } from '../defaults.ts';
import { allowed, strict } from './allowed.ts';
import { parseClaimPath } from './claim-path.ts';
import { rateSchema } from './quantity.ts';

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
    .prefault(defaults.route.limitBy)
    .meta({ description: 'Whose budget: `route`, `address` or a claim such as `claims.sub`.' }),
}).transform(({ rate, by }) => ({ ...rate, by }));

function parseBy(text: string): LimitConfiguration['by'] | undefined {
  if (text === 'route' || text === 'address') return { kind: text };
  const claim = parseClaimPath(text);
  return claim === undefined ? undefined : { kind: 'claim', claim };
}
