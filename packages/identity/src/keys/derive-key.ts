import { hkdfSync } from 'node:crypto';

/**
 * One key for one purpose from the master key (HKDF-SHA-256, RFC 5869, no salt: the master key is already
 * uniformly random). The purposes are listed here so that no two share a key.
 */
export function deriveKey(masterKey: Uint8Array, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), purpose, 32));
}

export type KeyPurpose = 'signet key sealing' | 'signet refresh rotation' | 'signet known device';
