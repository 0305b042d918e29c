import { algorithmsOfJwk, halfOfJwk, readKey, type SignatureAlgorithm } from '@signet/token/keys';
import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';
import {
  placesOfSecrets,
  type SecretReference,
  secretReferenceSchema,
} from '../../fields/secret-reference.ts';
import type { IssuerKeySource } from './type.ts';

type HandedSource = Extract<IssuerKeySource, { readonly from: 'text' | 'reference' }>;

/** Characters; as many as of a key set that is fetched. */
const largestText = 256 * 1024;

const keysError = allowed(
  'a public key in PEM, a JWK set, or where one is, such as `file:./partner.pem`',
  'Write the public key of the issuer, and nothing that signs.',
);

const setSchema = z
  .record(z.string(), z.unknown(), { error: keysError })
  .transform((set) => JSON.stringify(set))
  .refine((text) => text.length <= largestText, { error: keysError });

/** Public keys as they stand, or where they are. What would sign is refused: it is nobody's but the issuer's. */
export const handedKeysSchema: z.ZodType<HandedSource, unknown> = z.union(
  [
    setSchema.transform((text) => publicKeys(text)),
    secretReferenceSchema.transform((reference) =>
      reference.kind === 'literal'
        ? publicKeys(reference.secret.reveal())
        : ({ from: 'reference', keys: reference } satisfies HandedSource),
    ),
  ],
  { error: keysError },
);

const secretError = allowed(
  placesOfSecrets,
  'Write where the secret is, such as `env:PARTNER_SECRET`: whoever reads it here could sign tokens.',
);

/** Never as it stands: with it, tokens are signed. */
export const handedSecretSchema: z.ZodType<SecretReference, string> = secretReferenceSchema.transform(
  (reference, context) => {
    if (reference.kind !== 'literal') return reference;
    context.addIssue({ code: 'custom', message: secretError });
    return z.NEVER;
  },
);

function publicKeys(text: string): HandedSource {
  return { from: 'text', text };
}

/** Why the keys as they stand verify nothing that is signed with `algorithms`, as the words of a problem. */
export function handedKeysFault(text: string, algorithms: readonly SignatureAlgorithm[]): string | undefined {
  const keys = keysIn(text);
  if (keys === undefined) return keysError;
  if (keys.some(({ half }) => half !== 'public')) {
    return allowed(
      'public keys alone: with this one, tokens are signed',
      'Write the public half, and exchange the key if others may have read it here.',
    );
  }
  if (keys.some((key) => key.algorithms.some((each) => algorithms.includes(each)))) return undefined;
  const fitting = [...new Set(keys.flatMap((key) => key.algorithms))].join(', ');
  return allowed(
    `a key for one of \`algorithms\` (this is one for ${fitting === '' ? 'none' : fitting})`,
    'Write the key that the issuer signs with, or the algorithm that it is made for.',
  );
}

interface KeyAtHand {
  readonly half: 'public' | 'private' | 'secret';
  readonly algorithms: readonly SignatureAlgorithm[];
}

function keysIn(text: string): readonly KeyAtHand[] | undefined {
  const reading = readKey(text);
  switch (reading.kind) {
    case 'jwks':
      return reading.keys.map((jwk) => ({ half: halfOfJwk(jwk), algorithms: algorithmsOfJwk(jwk) }));
    case 'jwk':
    case 'pem':
      return [reading];
    case 'secret':
    case 'refused':
      return undefined;
  }
}
