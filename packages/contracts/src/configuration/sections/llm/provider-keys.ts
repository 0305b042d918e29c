import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { count } from '../../fields/quantity.ts';
import { tellReference } from '../../fields/read-reference.ts';
import { handedSecretSchema } from '../issuers/handed-keys.ts';
import { choosingDefaults } from './strategies.ts';
import type { ProviderKey } from './type.ts';

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const dayMessage = allowed('a day of the calendar', 'Write it as `2026-12-31`: it begins in UTC.');

/** `2026-12-31` → milliseconds since the epoch, at its beginning in UTC. */
const daySchema: z.ZodType<number, string> = z
  .string({ error: dayMessage })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: dayMessage, abort: true })
  .refine(isDay, { error: dayMessage })
  .transform((text) => Date.parse(text));

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export const providerKeySchema: z.ZodType<ProviderKey, unknown> = strict({
  key: handedSecretSchema.meta({
    description:
      'Where it is: a reference such as `env:OPENAI_KEY_2`, which is read again while Signet runs.',
  }),
  weight: count(1, 1000)
    .prefault(choosingDefaults.weight)
    .meta({ description: 'Share of the conversations.' }),
  off: z.literal(true, onlyTrue).exactOptional().meta({ description: 'It is not asked by, for now.' }),
  expires: daySchema
    .exactOptional()
    .meta({ description: 'The day from which on it is not asked by, such as `2026-12-31`.' }),
});

interface Keyed {
  readonly key?: unknown;
  readonly keys?: readonly ProviderKey[];
}

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Why the keys of a provider cannot be; each with the path below the provider. */
export function keyFaults({ key, keys = [] }: Keyed): readonly Fault[] {
  const faults: Fault[] = [];
  if (key !== undefined && keys.length > 0) {
    const message = allowed(
      '`key` or `keys`, not both',
      'Write the one key among `keys`, or leave these out.',
    );
    faults.push({ path: ['keys'], message });
  }
  const seen = new Set<string>();
  keys.forEach(({ key: reference }, at) => {
    const told = tellReference(reference);
    if (seen.has(told))
      faults.push({
        path: ['keys', at, 'key'],
        message: allowed('each key once', 'Remove the repetition, or give one `weight`.'),
      });
    seen.add(told);
  });
  return faults;
}
