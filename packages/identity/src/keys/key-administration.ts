import {
  type IssuingAlgorithm,
  type KeySeries,
  type KeysAnswer,
  type KeysConfiguration,
  type PublishedSeries,
  type ResealAnswer,
  type RetireKeyAnswer,
  type RetireKeyRequest,
  type RotateAnswer,
  type RotateRequest,
  type RotationPlan,
  type RotationQuery,
  refusal,
  SignetError,
  type SigningKeySummary,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { Reseal, SigningKeyStore, StoredSigningKey } from '../ports/index.ts';
import { keyLive, keysChanged, keyTooNew, keyUnknown, keyWaits } from './key-refusals.ts';
import type { KeyRing } from './key-ring.ts';
import type { KeySealer } from './key-sealer.ts';
import { isPublished, publishedUntilAfter, safeToSignAt } from './key-states.ts';
import { scheduledStep } from './rotation-schedule.ts';

/** What an administrator does with the keys. Everything is read from the store at once, never from what was known. */
export interface KeyAdministration {
  list(): Promise<KeysAnswer>;
  /** What `rotate` would do now. Who verifies is not known here. @throws SignetError `signing_key_unknown` */
  plan(query?: RotationQuery): Promise<Omit<RotationPlan, 'verifiers'>>;
  /**
   * One step: publishes the next key, or lets it sign.
   * @throws SignetError `signing_key_too_new`, `signing_key_in_use`, `signing_keys_changed`, `signing_key_unknown`
   */
  rotate(request: RotateRequest): Promise<RotateAnswer>;
  /** @throws SignetError `signing_key_unknown`, `signing_key_in_use`, `signing_keys_changed` */
  retire(request: RetireKeyRequest): Promise<RetireKeyAnswer>;
  /**
   * Seals every private key anew, with the master key and for the issuer of today: all of them or none. Before them,
   * one by one, the secrets of authenticator apps.
   * @throws SignetError `master_key_wrong` where one does not open, `signing_keys_changed`
   */
  reseal(): Promise<ResealAnswer>;
}

export interface KeyAdministrationParts {
  readonly store: SigningKeyStore;
  readonly ring: Pick<KeyRing, 'addNext' | 'activate' | 'readAgain'>;
  readonly sealer: KeySealer;
  /** Seals the secrets of authenticator apps anew; answers how many. */
  readonly resealFactors: () => Promise<number>;
  readonly configuration: () => KeysConfiguration;
  /** Whether tokens are signed in it, by what is configured and declared today. */
  readonly isAskedFor: (series: KeySeries) => boolean;
  readonly wall: () => number;
  readonly audit: Audit;
}

export function createKeyAdministration(parts: KeyAdministrationParts): KeyAdministration {
  const { store, ring, wall } = parts;
  return {
    async list() {
      const stored = await store.list();
      const keys = stored.map((key) => summaryOf(key, wall()));
      const schedule = scheduledStep(stored, parts.configuration());
      if (schedule === undefined) return { keys };
      const { step, at, algorithm } = schedule;
      return { keys, schedule: { step, at, algorithm } };
    },
    async plan({ series } = {}) {
      return planAt(await store.list(), wall(), series ?? 'main');
    },
    async rotate({ dangerouslySignAtOnce = false, algorithm, series: asked }) {
      const now = wall();
      const series = asked ?? 'main';
      const keys = (await store.list()).filter((key) => key.series === series);
      activeOf(keys, series);
      const next = keys.find(({ state }) => state === 'next');
      if (next === undefined) return publish(algorithm, series);
      if (algorithm !== undefined && algorithm !== next.algorithm) throw keyWaits(next, algorithm);
      if (now < safeToSignAt(next) && !dangerouslySignAtOnce) throw keyTooNew(next, now);
      if ((await ring.activate(next.id)) === 'not_next') throw keysChanged();
      return { done: 'activated', key: next.id, at: now };
    },
    async retire({ key: id, dangerouslyRetireLiveKey = false }) {
      const at = wall();
      const key = (await store.list()).find((each) => each.id === id);
      if (key === undefined || !isPublished(key, at)) throw keyUnknown(id);
      if (key.state === 'active') return standDown(key, at);
      if (key.publishedUntil !== undefined && !dangerouslyRetireLiveKey) {
        throw keyLive(id, key.publishedUntil, at);
      }
      const deed = parts.audit.deed('key.retired', {
        target: { kind: 'key', id },
        details: { dangerouslyRetireLiveKey },
      });
      if ((await store.retire(id, at, deed)) === 'not_here') throw keysChanged();
      await ring.readAgain();
      return { key: id, at };
    },
    async reseal() {
      const authenticators = await parts.resealFactors();
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const stored = await store.list();
        const seals = stored.flatMap((key) => sealAnew(key, parts.sealer));
        const details = { resealed: seals.length };
        const deed = parts.audit.deed('keys.resealed', { target: { kind: 'keys' }, details });
        if ((await store.reseal(seals, deed)) === 'resealed')
          return { resealed: seals.length, keys: stored.length, authenticators };
      }
      throw keysChanged();
    },
  };

  /** Its tokens stay good, as those of a key that another one took over from. */
  async function standDown({ id, series }: StoredSigningKey, at: number): Promise<RetireKeyAnswer> {
    if (parts.isAskedFor(series)) {
      throw new SignetError(refusal('signing_key_in_use.signs', { key: id }));
    }
    const until = publishedUntilAfter(at);
    const details = { series, publishedUntil: until };
    const deed = parts.audit.deed('key.retired', { target: { kind: 'key', id }, details });
    if ((await store.standDown(id, until, deed)) === 'not_here') throw keysChanged();
    await ring.readAgain();
    return { key: id, at: until };
  }

  async function publish(
    algorithm: IssuingAlgorithm | undefined,
    series: PublishedSeries,
  ): Promise<RotateAnswer> {
    const next = await ring.addNext({ algorithm, series });
    if (next.outcome === 'changed') throw keysChanged();
    const stored = (await store.list()).find(({ id }) => id === next.key);
    if (stored === undefined) throw keysChanged();
    if (algorithm !== undefined && algorithm !== stored.algorithm) throw keyWaits(stored, algorithm);
    return { done: 'published', key: stored.id, at: safeToSignAt(stored) };
  }
}

/** Another node may change the keys in between; one that always does is at fault itself. */
const mostAttempts = 3;

function sealAnew({ id, sealedPrivateJwk: before }: StoredSigningKey, sealer: KeySealer): readonly Reseal[] {
  const { plain, current } = sealer.open(before, id);
  return current ? [] : [{ id, before, after: sealer.seal(plain, id) }];
}

function summaryOf({ id, algorithm, series, ...key }: StoredSigningKey, now: number): SigningKeySummary {
  const { createdAt, activatedAt, publishedUntil } = key;
  const state = isPublished(key, now) ? key.state : 'retired';
  return {
    id,
    algorithm,
    ...(series === 'main' ? {} : { series }),
    state,
    createdAt,
    ...(activatedAt === undefined ? {} : { activatedAt }),
    ...(publishedUntil === undefined ? {} : { publishedUntil }),
  };
}

/** Which tokens are alive is told of all series: whoever rotates wants to know what stands on which key. */
function planAt(
  keys: readonly StoredSigningKey[],
  now: number,
  series: KeySeries,
): Omit<RotationPlan, 'verifiers'> {
  const ofSeries = keys.filter((key) => key.series === series);
  const active = activeOf(ofSeries, series);
  const next = ofSeries.find(({ state }) => state === 'next');
  const signed = keys.filter((key) => key.activatedAt !== undefined && isPublished(key, now));
  return {
    step: next === undefined ? 'publish' : 'activate',
    signing: active.id,
    ...(next === undefined ? {} : { next: next.id }),
    safeAt: safeToSignAt(next ?? { createdAt: now }),
    live: signed.map(({ id, publishedUntil }) => ({
      key: id,
      until: publishedUntil ?? publishedUntilAfter(now),
    })),
  };
}

function activeOf(keys: readonly StoredSigningKey[], series: KeySeries): StoredSigningKey {
  const active = keys.find(({ state }) => state === 'active');
  if (active !== undefined) return active;
  throw keyUnknown(series);
}
