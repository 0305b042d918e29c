import { decodeBase64url } from '@signet/token/base64url';
import type { ClaimSet } from './scene.ts';

/** What a careless verifier says. */
export type CarelessAnswer =
  | { readonly kind: 'accepted'; readonly claims: ClaimSet }
  | { readonly kind: 'refused' };

export const carelesslyRefused: CarelessAnswer = { kind: 'refused' };

export function carelesslyAccepted(claims: ClaimSet): CarelessAnswer {
  return { kind: 'accepted', claims };
}

/** The three segments, read without a single check. */
export interface LooseToken {
  readonly header: ClaimSet;
  readonly claims: ClaimSet;
  readonly input: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Splits and decodes, as the tutorials do. @throws SyntaxError where a half is not JSON. */
export function splitToken(token: string): LooseToken {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return {
    header: readJson(header),
    claims: readJson(payload),
    input: new TextEncoder().encode(`${header}.${payload}`),
    signature: decodeBase64url(signature).bytes,
  };
}

/** Is the signature an HMAC-SHA-256 of the token under these bytes? */
export async function hmacMatches(token: LooseToken, secret: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, token.signature, token.input);
}

function readJson(segment: string): ClaimSet {
  return JSON.parse(new TextDecoder().decode(decodeBase64url(segment).bytes)) as ClaimSet;
}
