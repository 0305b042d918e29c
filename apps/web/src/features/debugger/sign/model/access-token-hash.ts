import { encodeBase64url } from '@signet/token/base64url';

/** `ath` of a DPoP proof: the SHA-256 of the access token as it is sent (RFC 9449 §4.2). */
export async function accessTokenHash(token: string): Promise<string> {
  const bytes = new TextEncoder().encode(token.trim());
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
