import { apiOfSecrets, issuingAlgorithms, type KeyId, type KeySeries } from '@signet/contracts';
import {
  importSigningKey,
  importVerificationKey,
  type Jwk,
  type RemoteSigningKey,
  type SigningKey,
  type VerificationKey,
} from '@signet/token/keys';
import type { StoredSigningKey } from '../ports/index.ts';
import { type ApiSecret, openSecret } from './api-secret.ts';
import type { GuardedSigner } from './guard-signer.ts';
import type { KeySealer } from './key-sealer.ts';
import { usable } from './usable.ts';

/** A public key as it stands in the JWKS (RFC 7517 §4). */
export interface PublicJwk extends Readonly<Record<string, unknown>> {
  readonly kid: KeyId;
  readonly use: 'sig';
  readonly alg: StoredSigningKey['algorithm'];
}

/** A key of which the public half is open. */
export interface KnownKey {
  readonly stored: StoredSigningKey;
  readonly verification: VerificationKey;
  readonly jwk: PublicJwk;
}

/** A key that signs. */
export type ActiveKey = (SigningKey | RemoteSigningKey) & { readonly kid: KeyId };

/** All stored keys; the private half is open of those that sign alone, and cannot be exported. */
export interface OpenKeys {
  readonly signing: ReadonlyMap<KeySeries, ActiveKey>;
  readonly known: readonly KnownKey[];
  /** What is shared with APIs, and published to nobody. */
  readonly secrets: readonly ApiSecret[];
}

export type OpenStoredKeys = (stored: readonly StoredSigningKey[]) => Promise<OpenKeys>;

/**
 * Opens stored keys; what was open the time before is not opened again.
 * The opener throws SignetError `master_key_wrong` when the active key was sealed with another master key.
 */
export function createKeyOpener(
  sealer: Pick<KeySealer, 'open'>,
  signer: Pick<GuardedSigner, 'keyOf'>,
): OpenStoredKeys {
  let last: OpenKeys | undefined;
  return async (all) => {
    const stored = all.filter(({ series }) => apiOfSecrets(series) === undefined);
    const known = await Promise.all(stored.map((key) => know(key, last)));
    const secrets = await Promise.all(
      all.flatMap((key) => {
        const api = apiOfSecrets(key.series);
        return api === undefined ? [] : [openSecret({ ...key, api }, last?.secrets ?? [], sealer)];
      }),
    );
    const signing = new Map<KeySeries, ActiveKey>();
    for (const key of stored.filter(({ state }) => state === 'active')) {
      const before = last?.signing.get(key.series);
      signing.set(
        key.series,
        before?.kid === key.id ? before : await openPrivate(key, known, sealer, signer),
      );
    }
    if (!signing.has('main')) throw new Error('The key store has no active key.');
    last = { signing, known, secrets };
    return last;
  };
}

async function know(stored: StoredSigningKey, last: OpenKeys | undefined): Promise<KnownKey> {
  const before = last?.known.find((key) => key.stored.id === stored.id);
  if (before?.stored.publicJwk === stored.publicJwk) return { ...before, stored };
  const { id: kid, algorithm } = stored;
  const jwk = JSON.parse(stored.publicJwk);
  const verification = usable(kid, await importVerificationKey({ from: 'jwk', jwk }, algorithm));
  return { stored, verification: { ...verification, kid }, jwk: { ...jwk, kid, use: 'sig', alg: algorithm } };
}

async function openPrivate(
  key: StoredSigningKey,
  known: readonly KnownKey[],
  sealer: Pick<KeySealer, 'open'>,
  signer: Pick<GuardedSigner, 'keyOf'>,
): Promise<ActiveKey> {
  const { plain } = sealer.open(key.sealedPrivateJwk, key.id);
  const jwk: Jwk = JSON.parse(plain);
  const handle = jwk['handle'];
  const algorithm = issuingAlgorithms.find((each) => each === key.algorithm);
  const own = known.find(({ stored }) => stored.id === key.id);
  if (typeof handle === 'string' && algorithm !== undefined && own !== undefined) {
    return { ...signer.keyOf({ handle, algorithm }, own.verification), kid: key.id };
  }
  return { ...usable(key.id, await importSigningKey({ from: 'jwk', jwk }, key.algorithm)), kid: key.id };
}
