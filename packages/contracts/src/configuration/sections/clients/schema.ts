import { z } from 'zod';
import { hasKeys } from '../../../clients/client.ts';
import { checkClient, clientShape } from '../../../clients/client-schema.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { readReference, type SecretReference } from '../../fields/read-reference.ts';
import type { ClientsConfiguration, ConfiguredClient } from './type.ts';

const hashMessage = allowed(
  'the SHA-256 of a secret, `sha256:` and 43 characters of base64url, or a reference such as `file:PATH`',
  'Never write the secret itself, which others could read here; write its hash, or where it is.',
);

/**
 * A hash without salt and cost is enough: what it hides is no password but 256 random bits, which nobody can try out.
 */
const secretSchema: z.ZodType<string | SecretReference, unknown> = z
  .string({ error: hashMessage })
  .transform((text, context) => {
    if (/^sha256:[A-Za-z0-9_-]{43}$/.test(text)) return text.slice('sha256:'.length);
    const reference = readReference(text);
    if (reference !== undefined && reference.kind !== 'literal') return reference;
    context.addIssue({ code: 'custom', message: hashMessage });
    return z.NEVER;
  });

const clientShapeWritten = strict({
  ...clientShape,
  secrets: list(secretSchema, { least: 0, most: 2, of: 'hashes of secrets' }).prefault([]).meta({
    description: 'The hash of its secret, or where that is; of two, while one takes the place of the other.',
  }),
});

type Written = z.output<typeof clientShapeWritten>;

const configuredSchema: z.ZodType<ConfiguredClient, unknown> = clientShapeWritten
  .superRefine(checkClient, evenIfPartsAreWrong)
  .superRefine(checkSecrets, evenIfPartsAreWrong)
  .transform(({ secrets, ...client }) => ({ ...client, ...provenBy(secrets) }));

export const clientsSchema: z.ZodType<ClientsConfiguration, unknown> = named(configuredSchema);

function provenBy(
  secrets: readonly (string | SecretReference)[],
): Pick<ConfiguredClient, 'secretHashes' | 'secretReferences'> {
  const secretHashes = secrets.filter((each) => typeof each === 'string');
  const secretReferences = secrets.filter((each) => typeof each !== 'string');
  return { secretHashes, ...(secretReferences.length === 0 ? {} : { secretReferences }) };
}

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
