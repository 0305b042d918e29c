import type { KeyId, SignatureAlgorithm } from '@signet/contracts';

export interface StoredSigningKey {
  readonly id: KeyId;
  readonly algorithm: SignatureAlgorithm;
  /** The public JWK as JSON. */
  readonly publicJwk: string;
  /** The private JWK, sealed by the master key (base64url of nonce, ciphertext and tag). */
  readonly sealedPrivateJwk: string;
  /** `active` signs; `retiring` is still published so that its tokens verify. */
  readonly state: 'active' | 'retiring';
  readonly createdAt: number;
}

export interface SigningKeyStore {
  list(): Promise<readonly StoredSigningKey[]>;
  /** Stores the key only if there is no active one yet: two nodes starting together end with one key. */
  addFirst(key: StoredSigningKey): Promise<'added' | 'exists'>;
}
