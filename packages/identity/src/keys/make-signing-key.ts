import { type FillRandom, newId } from '@signet/contracts';
import type { StoredSigningKey } from '../ports/index.ts';
import { seal } from './seal.ts';

/** A new ES256 key (P-256, RFC 7518 §3.4), its private half sealed under the id of the key. */
export async function makeSigningKey(
  sealingKey: Uint8Array,
  random: FillRandom,
  now: number,
): Promise<StoredSigningKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const id = newId('key', random);
  return {
    id,
    algorithm: 'ES256',
    publicJwk: JSON.stringify({ kty, crv, x, y }),
    sealedPrivateJwk: seal(JSON.stringify({ kty, crv, x, y, d }), sealingKey, id, random),
    state: 'active',
    createdAt: now,
  };
}
