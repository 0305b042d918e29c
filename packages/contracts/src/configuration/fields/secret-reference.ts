import { z } from 'zod';
import { allowed } from './allowed.ts';
import { type LiteralSecret, readReference, type SecretReference } from './read-reference.ts';

export { LiteralSecret, type SecretReference } from './read-reference.ts';

/** A secret of this machine: what a store of secrets is itself opened with, so that none leads round in a circle. */
export type LocalSecretReference = Extract<
  SecretReference,
  { readonly kind: 'env' | 'file' | 'exec' } | { readonly secret: LiteralSecret }
>;

/** Where a secret may be, for a sentence. */
export const placesOfSecrets =
  '`env:NAME`, `file:PATH`, `exec:COMMAND`, `vault:MOUNT/data/PATH#FIELD`, `aws:NAME` or `azure:NAME`';
const localPlaces = '`env:NAME`, `file:PATH` or `exec:COMMAND`';

const fix = 'Write where the secret is, such as `file:/etc/signet/master.key`, and not the secret itself.';
const error = allowed(placesOfSecrets, fix);

export const secretReferenceSchema: z.ZodType<SecretReference, string> = z
  .string({ error })
  .min(1, { error })
  .max(4096, { error })
  .transform((text, context) => {
    const reference = readReference(text);
    if (reference !== undefined) return reference;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

const localError = allowed(
  localPlaces,
  'What opens a store of secrets cannot be in a store of secrets itself.',
);

export const localSecretReferenceSchema: z.ZodType<LocalSecretReference, string> =
  secretReferenceSchema.transform((reference, context) => {
    if (isLocal(reference)) return reference;
    context.addIssue({ code: 'custom', message: localError });
    return z.NEVER;
  });

function isLocal(reference: SecretReference): reference is LocalSecretReference {
  return ['env', 'file', 'exec', 'literal'].includes(reference.kind);
}
