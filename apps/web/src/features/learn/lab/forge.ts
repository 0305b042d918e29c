import { encodeBase64url } from '@signet/token/base64url';
import type { ClaimSet } from './scene.ts';

/** The attacker's tools: nothing but public formats and Web Crypto. */

type Header = Readonly<Record<string, unknown>>;

/** The text that is signed: both halves as base64url, with a dot between them (RFC 7515 §5.1). */
export function signingInput(header: Header, claims: ClaimSet): string {
  return `${encodeJson(header)}.${encodeJson(claims)}`;
}

/** A token without a signature: the third segment is empty (RFC 7515 Appendix A.5). */
export function unsigned(header: Header, claims: ClaimSet): string {
  return `${signingInput(header, claims)}.`;
}

/** A token whose signature is an HMAC-SHA-256 under any bytes the attacker knows. */
export async function signWithBytes(
  header: Header,
  claims: ClaimSet,
  secret: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const input = signingInput(header, claims);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(input));
  return `${input}.${encodeBase64url(new Uint8Array(signature))}`;
}

function encodeJson(value: unknown): string {
  return encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
}
