import { encodeBase64url } from '@signet/token/base64url';
import { decodeUtf8 } from '@signet/token/parse';

/** The bytes of a file for a field of text; those that are none in base64url, so that none is lost. */
export function fileText(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? encodeBase64url(bytes);
}
