import {
  type CarelessAnswer,
  carelesslyAccepted,
  carelesslyRefused,
  hmacMatches,
  splitToken,
} from './careless-answer.ts';

/** CARELESS ON PURPOSE, for the attack lab: the token itself says whether it needs a signature. */
export async function verifyCarelessly(
  text: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<CarelessAnswer> {
  const token = splitToken(text);
  if (token.header['alg'] === 'none') return carelesslyAccepted(token.claims);
  const matches = await hmacMatches(token, secret);
  return matches ? carelesslyAccepted(token.claims) : carelesslyRefused;
}
