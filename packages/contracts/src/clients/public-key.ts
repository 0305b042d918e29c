import { readKey } from '@signet/token/keys';
import { z } from 'zod';
import { allowed } from '../configuration/fields/allowed.ts';

const mostCharacters = 8192;

const message = allowed(
  'a public key to verify signatures with: PEM, or a JWK',
  'Write the public half alone, as `openssl pkey -pubout` or `signet key convert --public` prints it.',
);

/** A JWK may be written as a block too. What is private or secret is refused here, before it is kept anywhere. */
export const publicKeySchema: z.ZodType<string, unknown> = z
  .union([z.string(), z.record(z.string(), z.unknown()).transform((jwk) => JSON.stringify(jwk))], {
    error: message,
  })
  .refine(isPublicKey, { error: message });

function isPublicKey(text: string): boolean {
  if (text.length > mostCharacters) return false;
  const reading = readKey(text);
  const isOneKey = reading.kind === 'pem' || reading.kind === 'jwk';
  return isOneKey && reading.half === 'public' && reading.algorithms.length > 0;
}
