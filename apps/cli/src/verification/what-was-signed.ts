import { encodeBase64url } from '@signet/token/base64url';
import { type ParsedToken, parseToken } from '@signet/token/parse';
import type { CheckedSignature } from './check-signature.ts';

/** The protected header and the payload, so that nothing that stands beside them in the text is judged in their place. */
export function whatWasSigned({
  signedHeader,
  payload,
}: Pick<CheckedSignature, 'signedHeader' | 'payload'>): ParsedToken {
  const head = encodeBase64url(new TextEncoder().encode(JSON.stringify(signedHeader)));
  return parseToken(`${head}.${encodeBase64url(new Uint8Array(payload))}.`, { maxBytes: 4 * 1024 * 1024 });
}
