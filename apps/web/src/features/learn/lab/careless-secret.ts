import {
  type CarelessAnswer,
  carelesslyAccepted,
  carelesslyRefused,
  hmacMatches,
  splitToken,
} from './careless-answer.ts';

/** CARELESS ON PURPOSE, for the attack lab: takes any word that somebody typed as its secret. */
export async function verifyCarelessly(text: string, secret: string): Promise<CarelessAnswer> {
  const token = splitToken(text);
  const matches = await hmacMatches(token, new TextEncoder().encode(secret));
  return matches ? carelesslyAccepted(token.claims) : carelesslyRefused;
}
