import type { webcrypto } from 'node:crypto';
import { type FillRandom, type KeyId, SignetError, type WallClock } from '@signet/contracts';
import type { SigningKey, VerificationKey } from '@signet/token/keys';
import type { SigningKeyStore, StoredSigningKey } from '../ports/index.ts';
import { deriveKey } from './derive-key.ts';
import { makeSigningKey } from './make-signing-key.ts';
import { unseal } from './seal.ts';

/** A public key as it stands in the JWKS (RFC 7517 §4). */
export interface PublicJwk extends Readonly<Record<string, unknown>> {
  readonly kid: KeyId;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

/** The keys of this issuer: one that signs, and all that are published. */
export interface KeyRing {
  readonly signing: SigningKey & { readonly kid: KeyId };
  /** Active and retiring, for tokens that come back to this issuer. */
  readonly verification: readonly VerificationKey[];
  readonly jwks: { readonly keys: readonly PublicJwk[] };
}

/**
 * Opens the stored keys, making the first one where there is none.
 * @throws SignetError `master_key_wrong` when the master key is not the one they were sealed with.
 */
export async function openKeyRing(options: {
  readonly store: SigningKeyStore;
  readonly masterKey: Uint8Array;
  readonly random: FillRandom;
  readonly wall: WallClock;
}): Promise<KeyRing> {
  const sealingKey = deriveKey(options.masterKey, 'signet key sealing');
  const stored = await loadOrMake(options.store, () =>
    makeSigningKey(sealingKey, options.random, options.wall()),
  );
  const active = stored.find(({ state }) => state === 'active');
  if (!active) throw new Error('The key store has no active key after one was added.');
  const privateJwk = openPrivateJwk(active, sealingKey);
  return {
    signing: { kid: active.id, algorithm: 'ES256', key: await importKey(privateJwk, 'sign') },
    verification: await Promise.all(stored.map(toVerificationKey)),
    jwks: { keys: stored.map(toPublicJwk) },
  };
}

/** Of two nodes that start together one adds its key; the other finds it by reading again. */
async function loadOrMake(
  store: SigningKeyStore,
  make: () => Promise<StoredSigningKey>,
): Promise<readonly StoredSigningKey[]> {
  const stored = await store.list();
  if (stored.some(({ state }) => state === 'active')) return stored;
  await store.addFirst(await make());
  return store.list();
}

async function toVerificationKey(key: StoredSigningKey): Promise<VerificationKey> {
  return { kid: key.id, algorithm: 'ES256', key: await importKey(JSON.parse(key.publicJwk), 'verify') };
}

/** Not extractable: once opened, a private key cannot leave through this object. */
function importKey(jwk: webcrypto.JsonWebKey, use: 'sign' | 'verify'): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, [use]);
}

function openPrivateJwk(key: StoredSigningKey, sealingKey: Uint8Array): webcrypto.JsonWebKey {
  const plain = unseal(key.sealedPrivateJwk, sealingKey, key.id);
  if (plain === undefined) {
    throw new SignetError({
      code: 'master_key_wrong',
      sentence: `The master key does not open the stored signing key ${key.id}.`,
      expected: 'the master key with which this database was first started',
      actual: 'another key, or a changed database',
      fix: 'Start with the original master key. Without it the signing keys cannot be recovered.',
    });
  }
  return JSON.parse(plain);
}

function toPublicJwk(key: StoredSigningKey): PublicJwk {
  return { ...JSON.parse(key.publicJwk), kid: key.id, use: 'sig', alg: 'ES256' };
}
