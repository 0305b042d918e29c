import {
  elapsed,
  type FillRandom,
  type IssuingAlgorithm,
  type KeyId,
  type SteadyTime,
  type WatchedClocks,
} from '@signet/contracts';
import type { SigningKey, VerificationKey } from '@signet/token/keys';
import type { Audit } from '../audit/audit.ts';
import type { SigningKeyStore, StoredSigningKey } from '../ports/index.ts';
import type { KeySealer } from './key-sealer.ts';
import { isPublished, publishedUntilAfter } from './key-states.ts';
import { makeSigningKey } from './make-signing-key.ts';
import { createKeyOpener, type OpenKeys, type PublicJwk } from './open-keys.ts';

/** The keys of this issuer at one moment: one that signs, and all that are published. */
export interface Keys {
  readonly signing: SigningKey & { readonly kid: KeyId };
  readonly verification: readonly VerificationKey[];
  readonly jwks: { readonly keys: readonly PublicJwk[] };
}

/** The keys of this issuer as its nodes change them, of which each follows the store. */
export interface KeyRing {
  /** Not older than ten seconds; where the store does not answer, what was known last, and that is reported. */
  now(): Promise<Keys>;
  /** For a token whose key is not known: not older than a second, so that strangers cannot have the store read at will. */
  lookAgain(): Promise<Keys>;
  /** Publishes the next key, which signs nothing yet: a new one, or where there is one already, that one. */
  addNext(request?: NextKeyRequest): Promise<NextKey>;
  /** Lets a published key sign; the one before it verifies until its last token has expired. */
  activate(id: KeyId): Promise<'activated' | 'not_next'>;
  /** After the store was changed beside the ring. */
  readAgain(): Promise<void>;
}

export interface NextKeyRequest {
  /** Absent: what the configuration says. */
  readonly algorithm?: IssuingAlgorithm | undefined;
  /** Only while this key signs. */
  readonly after?: KeyId;
}

/** `changed`: the keys were changed while this began, and nothing was added. */
export type NextKey =
  | { readonly outcome: 'added' | 'exists'; readonly key: KeyId }
  | { readonly outcome: 'changed' };

/** Milliseconds. */
const oldestReading = 10_000;
const oldestForStranger = 1000;

export interface KeyRingParts {
  readonly audit: Audit;
  readonly store: SigningKeyStore;
  readonly sealer: KeySealer;
  /** Of a key that is made now, unless another is asked for. */
  readonly algorithm: () => IssuingAlgorithm;
  readonly random: FillRandom;
  readonly clocks: WatchedClocks;
  /** Hears why the store could not be read again. */
  readonly reportFault: (error: unknown) => void;
}

/**
 * Opens the stored keys, making the first one where there is none.
 * @throws SignetError `master_key_wrong` when the master key is not the one they were sealed with.
 */
export async function openKeyRing({ store, ...parts }: KeyRingParts): Promise<KeyRing> {
  const make = (algorithm: IssuingAlgorithm) =>
    makeSigningKey(algorithm, parts.sealer, parts.random, parts.clocks.wall());
  const open = createKeyOpener(parts.sealer);
  const first = await open(await loadOrMake(store, () => make(parts.algorithm())));
  const followed = followKeys(first, async () => open(await store.list()), parts);
  return {
    now: () => followed.notOlderThan(oldestReading),
    lookAgain: () => followed.notOlderThan(oldestForStranger),
    async addNext({ algorithm = parts.algorithm(), after } = {}) {
      const key = await make(algorithm);
      const target = { kind: 'key', id: key.id } as const;
      const deed = parts.audit.deed('key.published', { target, details: { algorithm } });
      const outcome = await store.addNext(key, after, deed);
      await followed.readAgain();
      if (outcome === 'added') return { outcome, key: key.id };
      const next = (await store.list()).find(({ state }) => state === 'next');
      // Another node let it sign in between: whoever asks again starts from there.
      return next === undefined || outcome === 'changed' ? { outcome: 'changed' } : { outcome, key: next.id };
    },
    readAgain: () => followed.readAgain(),
    async activate(id) {
      const at = parts.clocks.wall();
      const deed = parts.audit.deed('key.activated', { target: { kind: 'key', id } });
      const answer = await store.activate(id, { at, publishedUntil: publishedUntilAfter(at) }, deed);
      await followed.readAgain();
      return answer;
    },
  };
}

/** Of two nodes that start together one adds its key; the other finds it by reading again. */
async function loadOrMake(
  store: SigningKeyStore,
  make: () => Promise<StoredSigningKey>,
): Promise<readonly StoredSigningKey[]> {
  const stored = await store.list();
  if (stored.some(({ state }) => state === 'active')) return stored;
  const key = await make();
  await store.addFirst({ ...key, state: 'active', activatedAt: key.createdAt });
  return store.list();
}

/** What was read last, read again where it is too old: once for all who wait, and after a failure no sooner than by age. */
function followKeys(
  first: OpenKeys,
  read: () => Promise<OpenKeys>,
  { clocks, reportFault }: Pick<KeyRingParts, 'clocks' | 'reportFault'>,
) {
  let keys = first;
  let readAt: SteadyTime | undefined = clocks.steady();
  let reading: Promise<void> | undefined;
  // A machine that slept does not know how old anything is.
  clocks.onJump(() => {
    readAt = undefined;
  });

  async function readOnce(): Promise<void> {
    readAt = clocks.steady();
    try {
      keys = await read();
    } catch (error) {
      reportFault(error);
    } finally {
      reading = undefined;
    }
  }

  function startReading(): Promise<void> {
    reading ??= readOnce();
    return reading;
  }

  return {
    async notOlderThan(age: number): Promise<Keys> {
      const { wall, steady } = clocks.now();
      if (reading !== undefined || elapsed(readAt, steady) >= age) await startReading();
      return keysAt(keys, wall);
    },
    /** A reading that has begun already may have missed what the caller just wrote. */
    async readAgain(): Promise<void> {
      await reading;
      await startReading();
    },
  };
}

function keysAt({ signing, known }: OpenKeys, now: number): Keys {
  const published = known.filter(({ stored }) => isPublished(stored, now));
  return {
    signing,
    verification: published.map(({ verification }) => verification),
    jwks: { keys: published.map(({ jwk }) => jwk) },
  };
}
