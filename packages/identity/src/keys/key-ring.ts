import {
  type FillRandom,
  type IssuingAlgorithm,
  type KeyId,
  type KeySeries,
  type PublishedSeries,
  SignetError,
  type WatchedClocks,
} from '@signet/contracts';
import type { VerificationKey } from '@signet/token/keys';
import type { Audit } from '../audit/audit.ts';
import type { KeySigner, SigningKeyStore, StoredSigningKey } from '../ports/index.ts';
import type { ApiSecret } from './api-secret.ts';
import { followStore } from './follow-store.ts';
import { type GuardSignerParts, guardSigner } from './guard-signer.ts';
import type { KeySealer } from './key-sealer.ts';

import { isPublished, publishedUntilAfter } from './key-states.ts';
import { makeSigningKey } from './make-signing-key.ts';
import { type ActiveKey, createKeyOpener, type OpenKeys, type PublicJwk } from './open-keys.ts';

/** The keys of this issuer at one moment: those that sign, and all that are published. */
export interface Keys {
  /** What signs all that no API asks another algorithm for. */
  readonly signing: ActiveKey;
  readonly bySeries: ReadonlyMap<KeySeries, ActiveKey>;
  /** What ID tokens may be signed with, now or a while ago. */
  readonly mainAlgorithms: readonly string[];
  readonly verification: readonly VerificationKey[];
  readonly jwks: { readonly keys: readonly PublicJwk[] };
  /** What APIs share with this issuer and tokens for them are believed by; in none of the others. */
  readonly secrets: readonly ApiSecret[];
}

/** The keys of this issuer as its nodes change them, of which each follows the store. */
export interface KeyRing {
  /** Not older than ten seconds; where the store does not answer, what was known last, and that is reported. */
  now(): Promise<Keys>;
  /** Makes and publishes what signs for the APIs of today; to be called at the start and from time to time. */
  prepare(): Promise<void>;
  /** What signs for an API; made where there is none yet. Absent: the key that signs all else. */
  signingWith(algorithm: IssuingAlgorithm | undefined): Promise<ActiveKey>;
  /**
   * Whether what signs elsewhere does so now: asked before something is used up for a token.
   * @throws SignetError `signing_unavailable`
   */
  prove(): Promise<void>;
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
  /** Absent: `main`. Every other one has the algorithm that it is called by. */
  readonly series?: PublishedSeries | undefined;
  /** Only while this key signs. */
  readonly after?: KeyId;
}

/** `changed`: the keys were changed while this began, and nothing was added. */
export type NextKey =
  | { readonly outcome: 'added' | 'exists'; readonly key: KeyId }
  | { readonly outcome: 'changed' };

/** Milliseconds. */
const oldestReading = 10_000;
/** Where something is signed: what a key signs after it was revoked elsewhere is refused everywhere, and its person is sent away. */
const oldestForSigning = 1000;
const oldestForStranger = 1000;

export interface KeyRingParts {
  readonly audit: Audit;
  readonly store: SigningKeyStore;
  readonly sealer: KeySealer;
  /** Of a key that is made now, unless another is asked for. */
  readonly algorithm: () => IssuingAlgorithm;
  /** What APIs ask for. */
  readonly algorithmsOfApis: () => readonly IssuingAlgorithm[];
  /** Where keys are made and sign from now on; absent: here. Keys that were made elsewhere before stay where they are. */
  readonly signer?: KeySigner | undefined;
  readonly abortAfter?: GuardSignerParts['abortAfter'];
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
  const guarded = guardSigner(parts.signer ?? noSigner, { ...parts, steady: parts.clocks.steady });
  const make = (algorithm: IssuingAlgorithm, series: PublishedSeries) =>
    makeSigningKey({ algorithm, series }, { ...parts, signer: parts.signer && guarded }, parts.clocks.wall());
  const open = createKeyOpener(parts.sealer, guarded);
  const first = await open(await loadOrMake(store, () => make(parts.algorithm(), 'main')));
  const followed = followStore(first, async () => open(await store.list()), parts);
  const notOlderThan = async (age: number) => {
    const { wall } = parts.clocks.now();
    return keysAt(await followed.notOlderThan(age), wall);
  };
  const now = () => notOlderThan(oldestReading);
  const beginning = new Map<IssuingAlgorithm, Promise<ActiveKey>>();

  async function signingWith(algorithm: IssuingAlgorithm | undefined): Promise<ActiveKey> {
    const { signing, bySeries } = await notOlderThan(oldestForSigning);
    if (algorithm === undefined || signing.algorithm === algorithm) return signing;
    const key = bySeries.get(algorithm) ?? beginning.get(algorithm);
    if (key !== undefined) return key;
    // Once for all who wait: a key for RSA takes a while.
    const begun = begin(algorithm).finally(() => beginning.delete(algorithm));
    beginning.set(algorithm, begun);
    return begun;
  }

  async function begin(series: IssuingAlgorithm): Promise<ActiveKey> {
    const key = await make(series, series);
    const details = { algorithm: series, series };
    const deed = parts.audit.deed('key.published', { target: { kind: 'key', id: key.id }, details });
    await store.addFirst({ ...key, state: 'active', activatedAt: key.createdAt }, deed);
    await followed.readAgain();
    const found = (await now()).bySeries.get(series);
    if (found === undefined) throw new Error(`The key store has no active key of ${series}.`);
    return found;
  }

  const ring: KeyRing = {
    now,
    signingWith,
    async prepare() {
      for (const algorithm of parts.algorithmsOfApis()) await signingWith(algorithm);
    },
    async prove() {
      const { signing } = await now();
      if ('sign' in signing) await guarded.prove(signing);
    },
    lookAgain: () => notOlderThan(oldestForStranger),
    async addNext({ series = 'main', algorithm: asked = parts.algorithm(), after } = {}) {
      const algorithm = series === 'main' ? asked : series;
      const key = await make(algorithm, series);
      const target = { kind: 'key', id: key.id } as const;
      const details = series === 'main' ? { algorithm } : { algorithm, series };
      const deed = parts.audit.deed('key.published', { target, details });
      const outcome = await store.addNext(key, after, deed);
      await followed.readAgain();
      if (outcome === 'added') return { outcome, key: key.id };
      const next = (await store.list()).find((one) => one.state === 'next' && one.series === series);
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
  try {
    await ring.prepare();
  } catch (error) {
    // A signer that is away keeps nobody from starting: what is there verifies, and what is missing is made when it is back.
    if (!isUnavailable(error)) throw error;
    parts.reportFault(error);
  }
  return ring;
}

function isUnavailable(error: unknown): boolean {
  return error instanceof SignetError && error.refusal.code === 'signing_unavailable';
}

/** For keys that live where this node is not told to look any more. */
const noSigner: KeySigner = {
  make: () => Promise.reject(new Error('No signer is configured')),
  sign: () => Promise.reject(new Error('The key lives at a signer, and `identity.keys.signer` names none')),
};

/** Of two nodes that start together one adds its key; the other finds it by reading again. */
async function loadOrMake(
  store: SigningKeyStore,
  make: () => Promise<StoredSigningKey>,
): Promise<readonly StoredSigningKey[]> {
  const stored = await store.list();
  if (stored.some(({ state, series }) => state === 'active' && series === 'main')) return stored;
  const key = await make();
  await store.addFirst({ ...key, state: 'active', activatedAt: key.createdAt });
  return store.list();
}

function keysAt({ signing: bySeries, known, secrets }: OpenKeys, now: number): Keys {
  const published = known.filter(({ stored }) => isPublished(stored, now));
  const signing = bySeries.get('main');
  if (signing === undefined) throw new Error('The key store has no active key.');
  const main = published.filter(({ stored }) => stored.series === 'main');
  return {
    signing,
    bySeries,
    mainAlgorithms: [...new Set(main.map(({ jwk }) => jwk.alg))],
    verification: published.map(({ verification }) => verification),
    jwks: { keys: published.map(({ jwk }) => jwk) },
    secrets: secrets.filter(({ stored }) => isPublished(stored, now)),
  };
}
