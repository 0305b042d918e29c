import {
  deriveOperatorKey,
  newId,
  type OperatorRequest,
  operatorClaims,
  operatorCredential,
} from '@signet/contracts';
import { signToken } from '@signet/token/sign';

/**
 * A credential for this one request to the admin API of `issuer`, by the master key of that Signet. It lives for a
 * minute from `now` (milliseconds), is accepted once, and with this method, target and body only.
 */
export async function createOperatorCredential(
  masterKey: Uint8Array<ArrayBuffer>,
  issuer: string,
  request: OperatorRequest,
  now: number,
): Promise<string> {
  const bytes = await deriveOperatorKey(masterKey);
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const { algorithm, type } = operatorCredential;
  const claims = await operatorClaims(issuer, request, now, newId('token'));
  return signToken({ ...claims }, { key: { algorithm, key }, type });
}
