import {
  type CarelessAnswer,
  carelesslyAccepted,
  carelesslyRefused,
  hmacMatches,
  splitToken,
} from './careless-answer.ts';
import { rsaMatches } from './rsa-matches.ts';

/** CARELESS ON PURPOSE, for the attack lab: one key for everything, and the token says how to use it. */
export async function verifyCarelessly(text: string, key: string): Promise<CarelessAnswer> {
  const token = splitToken(text);
  const matches =
    token.header['alg'] === 'HS256'
      ? await hmacMatches(token, new TextEncoder().encode(key))
      : await rsaMatches(token, key);
  return matches ? carelesslyAccepted(token.claims) : carelesslyRefused;
}
