import { type ApiKey, elapsed, type Moment, type SteadyTime } from '@signet/contracts';
import type { TrustedToken } from '@signet/trust/bearer';
import { LRUCache } from 'lru-cache';
import { Places } from '../places.ts';
import type { FindApiKey } from '../ports/index.ts';
import { weighToken } from '../token/weigh-token.ts';
import { keyToken } from './key-token.ts';

/** What was found under a hash. */
export type FoundKey =
  | { readonly kind: 'known'; readonly key: ApiKey; readonly token: TrustedToken }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable'; readonly note: string };

/** For whom and when a key is looked up. */
export interface KeyAsking {
  /** The client's: one that tries keys out leaves others their turn. */
  readonly address: string;
  readonly now: Moment;
}

interface Held {
  readonly found: FoundKey;
  readonly at: SteadyTime;
}

/**
 * Milliseconds for which a key that was found is not looked up again. That it was revoked is known at once all the same, by the
 * revocation log, which keeps that for far longer than this.
 */
const goodFor = 60_000;
const mostKeys = 10_000;
const mostBytes = 32 * 1024 * 1024;
/** Beside those that are known, so that whoever tries keys out pushes none of them out. */
const mostUnknown = 1_000;
/** Each is one question by an index; behind a proxy that nobody trusts, all clients have one address. */
const lookUps = { most: 1_024, mostOfOne: 256 };

/** Finds API keys by their hash: each once at a time, so many at once, and not again for a while. */
export class KnownKeys {
  readonly #find: FindApiKey;
  readonly #places = new Places();
  readonly #asked = new Map<string, Promise<FoundKey>>();
  readonly #known = new LRUCache<string, Held>({
    max: mostKeys,
    maxSize: mostBytes,
    sizeCalculation: ({ found }) =>
      found.kind === 'known' ? weighToken(JSON.stringify(found.token.claims), found.token) : 512,
  });
  readonly #unknown = new LRUCache<string, Held>({ max: mostUnknown });

  constructor(find: FindApiKey) {
    this.#find = find;
  }

  /** What was found before and counts still. */
  remembered(hash: string, now: SteadyTime): FoundKey | undefined {
    const held = this.#known.get(hash) ?? this.#unknown.get(hash);
    return held !== undefined && elapsed(held.at, now) < goodFor ? held.found : undefined;
  }

  lookUp(hash: string, { address, now }: KeyAsking): Promise<FoundKey> {
    const underWay = this.#asked.get(hash);
    if (underWay !== undefined) return underWay;
    const place = this.#places.take(address, lookUps);
    if (typeof place === 'string') return Promise.resolve(busy);
    const asking = this.#askAndKeep(hash, now).finally(() => {
      this.#asked.delete(hash);
      place.givenBack();
    });
    this.#asked.set(hash, asking);
    return asking;
  }

  /** What was found is not to be counted on: clocks jumped. */
  forgetAll(): void {
    this.#known.clear();
    this.#unknown.clear();
  }

  /** It counts from the question on, so that the way of the answer makes no key live longer. */
  async #askAndKeep(hash: string, { steady: at }: Moment): Promise<FoundKey> {
    const found = await this.#ask(hash);
    if (found.kind === 'known') this.#known.set(hash, { found, at });
    else this.#known.delete(hash);
    // Nobody makes a key that was tried before: its 256 bits are of no one's choosing.
    if (found.kind === 'unknown') this.#unknown.set(hash, { found, at });
    return found;
  }

  async #ask(hash: string): Promise<FoundKey> {
    try {
      const key = await this.#find(hash);
      return key === undefined ? unknown : Object.freeze({ kind: 'known', key, token: keyToken(key) });
    } catch (error) {
      const note = `The key could not be looked up: ${error instanceof Error ? error.name : typeof error}`;
      return { kind: 'unavailable', note };
    }
  }
}

const unknown: FoundKey = Object.freeze({ kind: 'unknown' });

const busy: FoundKey = Object.freeze({
  kind: 'unavailable',
  note: `${lookUps.most} keys are looked up at once, ${lookUps.mostOfOne} for one address`,
});
