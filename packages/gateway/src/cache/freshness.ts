import { type SteadyClock, steadyMilliseconds, type WallTime } from '@signet/contracts';
import CachePolicy from 'http-cache-semantics';
import { valuesOf } from '../request/values-of.ts';
import { type Directives, readDirectives, secondsOf, writeDirectives } from './directives.ts';
import { readHttpDate } from './http-date.ts';

/** What is told of an answer to judge how long it may be used. */
export interface Judged {
  readonly status: number;
  /** Name, value, name, value … */
  readonly headers: readonly string[];
  /** Directives of the request that it answers. */
  readonly asked: Directives;
  /** Kept for one subject alone, so that `private` lets it be kept and `s-maxage` says nothing. */
  readonly ownOnly: boolean;
  /** Milliseconds between the request and this answer. */
  readonly delay: number;
}

/** How a stored answer may be used for a request. */
export type Use = 'fresh' | 'stale-while-revalidate' | 'ask-first';

/** Which of an answer's words forbid to use it stale, whatever else they or a client say (RFC 9111 §5.2.2). */
const neverStale = ['must-revalidate', 'proxy-revalidate', 'no-cache'];

/**
 * The rules of RFC 9111 on what one answer says: `http-cache-semantics`, which is told of every field in one spelling only, and
 * of times by a clock that does not jump.
 */
export class Freshness {
  readonly directives: Directives;
  readonly #policy: CachePolicy;
  readonly #strict: boolean;

  constructor(judged: Judged, clocks: { readonly steady: SteadyClock; readonly wall: () => WallTime }) {
    const { headers, asked, ownOnly } = judged;
    this.directives = readDirectives(valuesOf('cache-control', headers));
    this.#strict = neverStale.some((name) => this.directives.has(name));
    const request = { method: 'GET', url: '/', headers: { 'cache-control': writeDirectives(asked) } };
    const told = factsOf(judged, this.directives, this.#strict, clocks.wall());
    const options = { shared: !ownOnly, cacheHeuristic: 0, immutableMinTimeToLive: 0 };
    this.#policy = new (policyOn(clocks.steady))(request, told, options);
  }

  get storable(): boolean {
    return this.#policy.storable();
  }

  /** Seconds. */
  get age(): number {
    return Math.max(0, Math.floor(this.#policy.age()));
  }

  /** Seconds for which it is fresh still; negative where it is stale. */
  get left(): number {
    return Math.floor(this.#policy.maxAge() - this.#policy.age());
  }

  /** RFC 9111 §4; without `max-stale` where nobody may use it stale. */
  use(asked: Directives): Use {
    const words = new Map(asked);
    if (this.#strict || this.directives.has('s-maxage')) words.delete('max-stale');
    const headers = { 'cache-control': writeDirectives(words) };
    const { response, revalidation } = this.#policy.evaluateRequest({ method: 'GET', url: '/', headers });
    if (response === undefined) return 'ask-first';
    return revalidation === undefined ? 'fresh' : 'stale-while-revalidate';
  }

  /** Whether it may be used although its upstream fails (RFC 5861 §4). */
  get bridgesErrors(): boolean {
    const seconds = secondsOf(this.directives, 'stale-if-error') ?? 0;
    return !this.#strict && this.#policy.maxAge() + seconds > this.#policy.age();
  }
}

/** Seconds (RFC 9111 §1.2.2). */
const longestAge = 2_147_483_647;

function factsOf({ status, headers, delay }: Judged, directives: Directives, strict: boolean, wall: number) {
  const words = new Map(directives);
  // The library takes these for a word against every use, and not only against use when stale.
  for (const name of ['must-revalidate', 'proxy-revalidate', 'immutable']) words.delete(name);
  if (strict) for (const name of ['stale-while-revalidate', 'stale-if-error']) words.delete(name);
  const expires = valuesOf('expires', headers);
  const date = readHttpDate(valuesOf('date', headers)[0]);
  const [said = ''] = valuesOf('age', headers).join(',').split(',', 1);
  const age = /^\s*\d+\s*$/.test(said) ? Math.min(Number(said), longestAge) : 0;
  // RFC 9111 §4.2.3
  const corrected = Math.max(age + delay / 1000, date === undefined ? 0 : (wall - date) / 1000);
  return {
    status,
    headers: {
      'cache-control': writeDirectives(words),
      date: new Date(date ?? wall).toUTCString(),
      age: String(Math.floor(corrected)),
      ...(expires.length === 0 ? {} : { expires: soundExpiry(expires) }),
      ...(directives.size === 0 ? { pragma: valuesOf('pragma', headers).join(',').toLowerCase() } : {}),
    },
  };
}

/** Two different ones, or what is no date, are a time in the past (RFC 9111 §5.3). */
function soundExpiry(values: readonly string[]): string {
  const [first] = values;
  const time = new Set(values).size === 1 ? readHttpDate(first) : undefined;
  return new Date(time ?? 0).toUTCString();
}

const policies = new WeakMap<SteadyClock, typeof CachePolicy>();

function policyOn(steady: SteadyClock): typeof CachePolicy {
  const known = policies.get(steady);
  if (known !== undefined) return known;
  const made = class extends CachePolicy {
    now(): number {
      return steadyMilliseconds(steady());
    }
  };
  policies.set(steady, made);
  return made;
}
