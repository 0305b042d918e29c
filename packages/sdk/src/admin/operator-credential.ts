import { deriveOperatorKey, newId, operatorClaims, operatorCredential } from '@signet/contracts';
import { signToken } from '@signet/token';

/**
 * A credential for one request to the admin API of `issuer`, by the master key of that Signet. It lives for a
 * minute from `now` (milliseconds) and is accepted once: make one for each request.
 */
export async function createOperatorCredential(
  masterKey: Uint8Array<ArrayBuffer>,
  issuer: string,
  now: number,
): Promise<string> {
  const bytes = await deriveOperatorKey(masterKey);
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const { algorithm, type } = operatorCredential;
  return signToken({ ...operatorClaims(issuer, now, newId('token')) }, { key: { algorithm, key }, type });
}
