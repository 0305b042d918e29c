import { z } from 'zod';
import { hasKeys } from '../../../clients/client.ts';
import { checkClient, clientShape } from '../../../clients/client-schema.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import type { ClientsConfiguration, ConfiguredClient } from './type.ts';

const hashMessage = allowed(
  'the SHA-256 of a secret: `sha256:` and 43 characters of base64url',
  'Never write the secret itself, which others could read here; write its hash.',
);

/**
 * A hash without salt and cost is enough: what it hides is no password but 256 random bits, which nobody can try out.
 */
const secretHashSchema = z
  .string({ error: hashMessage })
  .regex(/^sha256:[A-Za-z0-9_-]{43}$/, { error: hashMessage })
  .transform((text) => text.slice('sha256:'.length));

const clientShapeWritten = strict({
  ...clientShape,
  secrets: list(secretHashSchema, { least: 0, most: 2, of: 'hashes of secrets' })
    .prefault([])
    .meta({ description: 'The hash of its secret; of two, while one takes the place of the other.' }),
});

type Written = z.output<typeof clientShapeWritten>;

const configuredSchema: z.ZodType<ConfiguredClient, unknown> = clientShapeWritten
  .superRefine(checkClient, evenIfPartsAreWrong)
  .superRefine(checkSecrets, evenIfPartsAreWrong)
  .transform(({ secrets, ...client }) => ({ ...client, secretHashes: secrets }));

export const clientsSchema: z.ZodType<ClientsConfiguration, unknown> = named(configuredSchema);

function checkSecrets(value: Partial<Written>, context: z.core.$RefinementCtx): void {
  const { type, secrets = [] } = value;
  const report = (message: string, path: string[] = []) =>
    context.addIssue({ code: 'custom', path, message });
  if (type === 'confidential' && secrets.length === 0 && !hasKeys(value)) {
    report(
      allowed(
        '`secrets`, `publicKeys`, `jwksUri` or `certificate`: what a confidential client proves itself with',
        'Add `secrets: ["sha256:…"]` with the hash of its secret, or its public key or certificate.',
      ),
    );
  }
  if (hasKeys(value) && secrets.length > 0) {
    report(
      allowed(
        'no secret beside a key or certificate: a client proves itself in one way',
        'Take the secret away.',
      ),
      ['secrets'],
    );
  }
  if (type === 'public' && secrets.length > 0) {
    report(allowed('no secret for a public client', 'Take it away, or say `type: confidential`.'), [
      'secrets',
    ]);
  }
}
