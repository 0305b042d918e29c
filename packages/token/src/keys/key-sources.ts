import type { GivenKey, GivenKeys } from './given-key.ts';
import { type KeyResult, keyRefused } from './key.ts';

/** Given keys, each imported once for each purpose that a token names. */
export interface KeySources<Key> {
  readonly kind: GivenKeys['kind'];
  readonly sources: readonly KeySource<Key>[];
}

export interface KeySource<Key> {
  readonly kid?: string;
  /** The key for an algorithm of a token. */
  readonly keyFor: (purpose: string) => Promise<KeyResult<Key>>;
}

/** A purpose is text of the token: only so many are remembered for each key. */
const mostPurposes = 32;

export function openKeySources<Key>(
  { kind, keys }: GivenKeys,
  importKey: (given: GivenKey, purpose: string) => Promise<KeyResult<Key>>,
): KeySources<Key> {
  return { kind, sources: keys.map((given) => openSource(given, (purpose) => importKey(given, purpose))) };
}

/**
 * The keys to try: of a set those of the token's `kid`, then those without a name, which may be meant as well; a single
 * key is tried whatever it is called, as somebody chose it.
 */
export function chooseSources<Key>(
  kid: string | undefined,
  { kind, sources }: KeySources<Key>,
): readonly KeySource<Key>[] {
  if (kind === 'one' || kid === undefined) return sources;
  const nameless = sources.filter((source) => source.kid === undefined);
  return [...sources.filter((source) => source.kid === kid), ...nameless];
}

function openSource<Key>(
  given: GivenKey,
  importKey: (purpose: string) => Promise<KeyResult<Key>>,
): KeySource<Key> {
  const { kid } = given;
  const fault = given.kind === 'jwk' ? given.fault : undefined;
  const imported = new Map<string, Promise<KeyResult<Key>>>();
  return {
    ...(kid === undefined ? {} : { kid }),
    keyFor: (purpose) => {
      if (fault !== undefined) return Promise.resolve(keyRefused(fault));
      const known = imported.get(purpose);
      if (known !== undefined) return known;
      const result = importKey(purpose);
      if (imported.size < mostPurposes) imported.set(purpose, result);
      return result;
    },
  };
}
