import { encodeBase64url } from '@signet/token/base64url';

/** One refresh token. The client holds `token`; the issuer keeps `hash`. */
export interface RefreshToken {
  readonly token: string;
  readonly hash: string;
  readonly state: 'current' | 'used' | 'ended';
}

/** Every refresh token that grew out of one sign-in, oldest first. */
export type Family = readonly RefreshToken[];

/** A sign-in: a family of one. */
export async function beginFamily(): Promise<Family> {
  return [await makeToken()];
}

/**
 * Presents a refresh token. The current one is exchanged for its successor; any other one that the family
 * knows is a reuse, and ends the family (RFC 9700 §4.14.2). A stranger changes nothing.
 */
export async function presentToken(family: Family, token: string): Promise<Family> {
  const hash = await hashOf(token);
  const known = family.find((one) => one.hash === hash);
  if (known === undefined || known.state === 'ended') return family;
  if (known.state === 'used') return family.map((one) => ({ ...one, state: 'ended' }));
  const used = family.map((one) => ({ ...one, state: 'used' as const }));
  return [...used, await makeToken()];
}

async function makeToken(): Promise<RefreshToken> {
  const token = encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
  return { token, hash: await hashOf(token), state: 'current' };
}

async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return encodeBase64url(new Uint8Array(digest));
}
