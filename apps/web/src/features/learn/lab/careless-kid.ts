import {
  type CarelessAnswer,
  carelesslyAccepted,
  carelesslyRefused,
  hmacMatches,
  splitToken,
} from './careless-answer.ts';

/** Reads a file of the server. In the lab: a handful of pretended files inside the page. */
export type ReadFile = (path: string) => Uint8Array<ArrayBuffer> | undefined;

/** CARELESS ON PURPOSE, for the attack lab: what the token says becomes part of a path. */
export async function verifyCarelessly(text: string, readFile: ReadFile): Promise<CarelessAnswer> {
  const token = splitToken(text);
  const secret = readFile(`/srv/keys/${String(token.header['kid'])}`);
  if (secret === undefined) return carelesslyRefused;
  const matches = await hmacMatches(token, secret);
  return matches ? carelesslyAccepted(token.claims) : carelesslyRefused;
}
