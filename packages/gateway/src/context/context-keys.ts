import { createPrivateKey, hkdfSync, type SignKeyObjectInput, sign } from 'node:crypto';
import { type Clocks, contextToken, elapsed, type SteadyTime } from '@signet/contracts';
import type { ContextKey, ReadContextKeys } from '../ports/context-keys.ts';
import { contextKeyPeriod, isPublishedAt } from './derive-keys.ts';

/** Milliseconds between two askings that brought nothing. */
const pause = 1000;
/** Milliseconds after which they are asked for again: an exchange of the master key is how stolen ones are revoked. */
const freshFor = 5 * 60 * 1000;

interface SigningKey {
  readonly from: number;
  readonly until: number;
  readonly input: SignKeyObjectInput;
  /** As it stands before the first dot. */
  readonly header: string;
}

/** The keys of the gateways' own at work in this process. */
export class ContextKeys {
  readonly #read: ReadContextKeys;
  readonly #clocks: Pick<Clocks, 'wall' | 'steady'>;
  /** In the order of their times. */
  #signing: readonly SigningKey[] = [];
  #told: readonly ContextKey[] = [];
  #toldAt: SteadyTime | undefined;
  #asking: Promise<void> | undefined;
  #askedAt: SteadyTime | undefined;

  constructor(read: ReadContextKeys, clocks: Pick<Clocks, 'wall' | 'steady'>) {
    this.#read = read;
    this.#clocks = clocks;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#clocks.wall();
  }

  /** Whether there is a key for this time; only where none is known does anybody wait. */
  ready(): boolean | Promise<boolean> {
    if (keyAt(this.#signing, this.#clocks.wall()) === undefined) return this.#askFirst();
    if (!this.#isFresh()) void this.#ask();
    return true;
  }

  /** The same for who publishes them, and waits: a key that was revoked is told to nobody for as long as somebody can be asked. */
  async renewed(): Promise<boolean> {
    if (!this.#isFresh()) await this.#ask();
    return this.ready();
  }

  /**
   * A compact JWS of these claims.
   * @throws TypeError where no key has ever been at hand, which `ready` tells
   */
  sign(claims: string): string {
    // A request that waited for longer than its key signs is no reason to send it unsigned: the key is published still.
    const key = keyAt(this.#signing, this.#clocks.wall()) ?? this.#signing.at(-1);
    if (key === undefined) throw new TypeError('No key of the gateways is known');
    const input = `${key.header}.${Buffer.from(claims).toString('base64url')}`;
    return `${input}.${sign('sha256', Buffer.from(input), key.input).toString('base64url')}`;
  }

  /**
   * The key set that upstreams read (RFC 7517 §5).
   * @throws TypeError as `sign` does
   */
  published(): Buffer {
    if (this.#told.length === 0) throw new TypeError('No key of the gateways is known');
    const now = this.#clocks.wall();
    const keys = this.#told.filter((key) => isPublishedAt(key, now)).map(publicJwk);
    return Buffer.from(JSON.stringify({ keys }));
  }

  /**
   * What all gateways know and nobody else does, for this purpose alone, the one that is known for longest first: what is made under
   * that one is good for a day at least. Empty where no key is known.
   */
  secrets(purpose: string): readonly Buffer[] {
    return this.#told
      .toSorted((one, other) => other.from - one.from)
      .flatMap(({ d }) => (d === undefined ? [] : [derived(d, purpose)]));
  }

  /** Told not long ago, and the key of the next day with them: who keeps the key set should know each key before it signs. */
  #isFresh(): boolean {
    const { wall, steady } = this.#clocks;
    const isNew = elapsed(this.#toldAt, steady()) < freshFor;
    return isNew && keyAt(this.#signing, wall() + contextKeyPeriod) !== undefined;
  }

  async #askFirst(): Promise<boolean> {
    await this.#ask();
    return keyAt(this.#signing, this.#clocks.wall()) !== undefined;
  }

  #ask(): Promise<void> {
    if (this.#asking !== undefined) return this.#asking;
    const now = this.#clocks.steady();
    if (elapsed(this.#askedAt, now) < pause) return Promise.resolve();
    this.#askedAt = now;
    this.#asking = this.#take().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #take(): Promise<void> {
    try {
      const keys = await this.#read();
      this.#signing = keys.flatMap(signingKey).toSorted((one, other) => one.from - other.from);
      this.#told = keys;
      this.#toldAt = this.#clocks.steady();
    } catch {
      // What is known stays. Where it does not suffice, the request is refused with `signing_unavailable`, and recorded so.
    }
  }
}

function keyAt(keys: readonly SigningKey[], now: number): SigningKey | undefined {
  return keys.find(({ from, until }) => from <= now && now < until);
}

function signingKey({ kid, x, y, d, from, until }: ContextKey): SigningKey[] {
  if (d === undefined) return [];
  const key = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x, y, d }, format: 'jwk' });
  const { type, algorithm } = contextToken;
  const header = Buffer.from(JSON.stringify({ alg: algorithm, typ: type, kid })).toString('base64url');
  return [{ from, until, input: { key, dsaEncoding: 'ieee-p1363' }, header }];
}

function publicJwk({ kid, x, y }: ContextKey): Readonly<Record<string, string>> {
  return { kty: 'EC', crv: 'P-256', x, y, kid, use: 'sig', alg: contextToken.algorithm };
}

/** RFC 5869: what is made for one purpose says nothing of what is made for another. */
function derived(d: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', purpose, 32));
}
