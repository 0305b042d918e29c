import { hkdfSync } from 'node:crypto';

/**
 * One key for one purpose from the master key (HKDF-SHA-256, RFC 5869, no salt: the master key is already
 * uniformly random). The purposes are listed here so that no two share a key; those of the gateways' own keys begin with
 * `signet gateway context`.
 */
export function deriveKey(masterKey: Uint8Array, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(0), purpose, 32));
}

/** The same of the master key of today, and then of the one before, where there is one. */
export function deriveKeys(
  masterKey: Uint8Array,
  previous: Uint8Array | undefined,
  purpose: KeyPurpose,
): readonly [Uint8Array, ...Uint8Array[]] {
  const earlier = previous === undefined ? [] : [deriveKey(previous, purpose)];
  return [deriveKey(masterKey, purpose), ...earlier];
}

export type KeyPurpose =
  | 'signet key sealing'
  | 'signet refresh rotation'
  | 'signet api secret name'
  | 'signet known device'
  | 'signet failure exchange'
  | 'signet proof nonce'
  | 'signet csrf'
  | 'signet factor sealing'
  | 'signet model provider sealing'
  | 'signet tool token sealing'
  | 'signet factor enrolment'
  | 'signet passkey challenge'
  | 'signet provider sign-in'
  | 'signet mailed link'
  | 'signet email sign-in'
  | 'signet email sign-in code';
