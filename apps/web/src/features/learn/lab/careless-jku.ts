import { type CarelessAnswer, carelesslyAccepted, carelesslyRefused, splitToken } from './careless-answer.ts';

/** Fetches a key set. In the lab: pretended, inside the page, without a network. */
export type FetchKeys = (url: string) => { readonly keys: readonly JsonWebKey[] } | undefined;

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** CARELESS ON PURPOSE, for the attack lab: the token says where its key is, and half a check lets it. */
export async function verifyCarelessly(text: string, fetchKeys: FetchKeys): Promise<CarelessAnswer> {
  const token = splitToken(text);
  const url = String(token.header['jku']);
  if (!url.startsWith('https://login.example')) return carelesslyRefused;
  const jwk = fetchKeys(url)?.keys[0];
  if (jwk === undefined) return carelesslyRefused;
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
  const matches = await crypto.subtle.verify(algorithm, key, token.signature, token.input);
  return matches ? carelesslyAccepted(token.claims) : carelesslyRefused;
}
