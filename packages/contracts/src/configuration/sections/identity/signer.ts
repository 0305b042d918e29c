import { z } from 'zod';
import { type IssuingAlgorithm, issuingAlgorithms } from '../../../keys/issuing-algorithm.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import type { SignerConfiguration, VaultSigner } from './type.ts';

const pathError = allowed('a path such as `transit`, without dots and spaces', 'Write where it is mounted.');
const nameError = allowed(
  'the name of a key in the transit engine',
  'Write it as `vault list transit/keys` shows it.',
);

const keysSchema: z.ZodType<VaultSigner['keys'], unknown> = z
  .partialRecord(
    choice<IssuingAlgorithm>(issuingAlgorithms),
    z.string({ error: nameError }).regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, { error: nameError }),
    { error: allowed('names of keys by algorithm', 'Write `keys: { ES256: signet }`.') },
  )
  .refine((keys) => Object.keys(keys).length > 0, {
    error: allowed('a key for at least one algorithm', 'Write `keys: { ES256: signet }`.'),
  });

export const signerSchema: z.ZodType<SignerConfiguration, unknown> = strict({
  vault: strict({
    mount: z
      .string({ error: pathError })
      .regex(/^[A-Za-z0-9_-]{1,64}(?:\/[A-Za-z0-9_-]{1,64}){0,4}$/, { error: pathError })
      .prefault('transit')
      .meta({ description: 'Where the transit engine is mounted.' }),
    keys: keysSchema.meta({ description: 'The name of a key there, by the algorithm that it signs with.' }),
  }).meta({ description: 'The transit engine of the Vault that `secrets.vault` leads to.' }),
});
