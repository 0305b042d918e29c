import {
  apiOfSecrets,
  isSecretSeries,
  type KeyId,
  type KeySeries,
  type RevocationEntry,
  type RevocationReason,
  refusal,
  SignetError,
  type WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { RevocationAnnouncer, SigningKeyStore, StoredSigningKey } from '../ports/index.ts';
import { forgetKeyAfter } from '../revocations/forget-after.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import { keysChanged, keyUnknown } from './key-refusals.ts';
import type { KeyRing } from './key-ring.ts';

/** What is refused from now on, and what signs in its place where it signed. */
export interface RevokedKey {
  readonly entry: RevocationEntry;
  readonly successor?: KeyId;
}

/**
 * Everything that a key of this issuer signed is refused from now on, and it signs no more. One that signs is followed first: by
 * the next key, published or not for long, or by a new one.
 * @throws SignetError `signing_key_unknown`; `signing_key_in_use` for the only secret of an API; `signing_unavailable` where no key
 * can be made to follow; `signing_keys_changed`
 */
export type RevokeKey = (kid: string, reason: RevocationReason) => Promise<RevokedKey>;

export interface RevokeKeyParts {
  readonly issuer: string;
  readonly store: SigningKeyStore;
  readonly ring: Pick<KeyRing, 'addNext' | 'activate' | 'readAgain'>;
  /** Whether tokens are signed in it, by what is configured and declared today. */
  readonly isAskedFor: (series: KeySeries) => boolean;
  /** So that refusals here name the reason from now on. */
  readonly replica: Pick<RevocationReplica, 'catchUp'>;
  readonly announcer: RevocationAnnouncer;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/** Another node may change the keys in between; one that always does is at fault itself. */
const mostAttempts = 3;

export function createRevokeKey(parts: RevokeKeyParts): RevokeKey {
  const { issuer, store, ring, wall } = parts;

  return async (kid, reason) => {
    let successor: KeyId | undefined;
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const keys = await store.list();
      const key = keys.find(({ id }) => id === kid);
      if (key === undefined) throw keyUnknown(kid);
      if (key.state === 'active') successor = await follow(key, keys);
      const entry = await takeOut(key, reason, successor);
      if (entry === 'not_here') throw keyUnknown(kid);
      if (entry === 'signs') continue;
      await ring.readAgain();
      await parts.replica.catchUp();
      await parts.announcer.announce(entry);
      return { entry, ...(successor === undefined ? {} : { successor }) };
    }
    throw keysChanged();
  };

  /** What signs after this one; undefined where nobody needs one. */
  async function follow(
    key: StoredSigningKey,
    keys: readonly StoredSigningKey[],
  ): Promise<KeyId | undefined> {
    if (!parts.isAskedFor(key.series)) {
      const deed = parts.audit.deed('key.retired', {
        target: { kind: 'key', id: key.id },
        details: { series: key.series },
      });
      await store.standDown(key.id, wall(), deed);
      return undefined;
    }
    const next = keys.find(({ state, series }) => state === 'next' && series === key.series);
    const id = next?.id ?? (await makeNext(key));
    return (await ring.activate(id)) === 'activated' ? id : undefined;
  }

  /** A secret has to be brought to its API first: one that nobody there knows would sign for nobody. */
  async function makeNext({ id, series }: StoredSigningKey): Promise<KeyId> {
    if (isSecretSeries(series)) {
      const api = apiOfSecrets(series) ?? series;
      throw new SignetError(refusal('signing_key_in_use.only_secret', { api, key: id }));
    }
    const added = await ring.addNext({ after: id, series });
    if (added.outcome === 'changed') throw keysChanged();
    return added.key;
  }

  function takeOut({ id }: StoredSigningKey, reason: RevocationReason, successor: KeyId | undefined) {
    const at = wall();
    const entry = {
      target: { kind: 'key', issuer, kid: id },
      reason,
      revokedAt: at,
      forgetAfter: forgetKeyAfter(at),
    } as const;
    const deed = parts.audit.deed('revocation.added', {
      actor: reason === 'administrator' ? undefined : { kind: 'server' },
      target: { kind: 'key', id },
      details: { reason, ...(successor === undefined ? {} : { successor }) },
    });
    return store.revoke(id, entry, deed);
  }
}
