import { base64url } from 'jose';

/** Base64url without padding (RFC 7515 §2); text is taken as UTF-8. */
export function encodeBase64url(input: Uint8Array | string): string {
  return base64url.encode(input);
}
