import { encodeBase64url } from '../base64url/encode-base64url.ts';

/** A token of exactly these texts, as an attacker writes it: nothing is checked, the signature is what is given. */
export function rawToken(header: string, payload: string, signature: Uint8Array | string = ''): string {
  return [header, payload, signature].map((part) => encodeBase64url(part)).join('.');
}

/** As `rawToken`, with a right HMAC-SHA-256 signature under `secret`. */
export async function hmacToken(
  header: string,
  payload: string,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const input = `${encodeBase64url(header)}.${encodeBase64url(payload)}`;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}
