import type { VerificationKey } from '@signet/token/keys';
import { type CarelessAnswer, carelesslyAccepted, carelesslyRefused, splitToken } from './careless-answer.ts';

const algorithm = { name: 'ECDSA', hash: 'SHA-256' };

/** CARELESS ON PURPOSE, for the attack lab: a right signature is enough, whenever and wherever it comes. */
export async function verifyCarelessly(text: string, { key }: VerificationKey): Promise<CarelessAnswer> {
  const token = splitToken(text);
  const matches = await crypto.subtle.verify(algorithm, key, token.signature, token.input);
  return matches ? carelesslyAccepted(token.claims) : carelesslyRefused;
}
