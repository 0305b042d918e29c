import { createHash } from 'node:crypto';
import { type SteadyTime, steadyMilliseconds, type WallTime } from '@signet/contracts';
import type { KeyBlow } from './after-failure.ts';
import { type Allowance, longestPause, type ToldLimits } from './told-limits.ts';

export type KeyState = KeyBlow | 'enabled' | 'off';

/** How a key stands now, for people. */
export interface KeyStatus {
  readonly state: KeyState;
  /** Absent where there is nothing to say. */
  readonly reason: string | undefined;
  /** Milliseconds until it is asked again by itself; absent where that is not so. */
  readonly restsFor: number | undefined;
  readonly inFlight: number;
  /** As the provider last said it; absent where it has not, or where it is whole again. */
  readonly requestsLeft: number | undefined;
  readonly tokensLeft: number | undefined;
}

/** What the configuration says of a key. */
export interface KeyRules {
  readonly off: boolean;
  /** From then on it is not asked by; undefined: for ever. */
  readonly expires: WallTime | undefined;
}

interface Rest {
  readonly state: KeyBlow;
  readonly reason: string;
  /** Milliseconds of the steady clock. */
  readonly until: number;
}

interface Learnt {
  left: number;
  /** Milliseconds of the steady clock. */
  readonly until: number;
}

const reasons: Readonly<Record<KeyBlow, string>> = {
  cooling: 'the provider was asked too often by it',
  'over-quota': 'the provider says that its quota is used up',
  expired: 'the provider says that it has expired',
  dead: 'the provider does not take it',
};

/** Milliseconds of the first rest, where the provider says none; doubled each time until an answer comes. */
const firstRests: Readonly<Record<KeyBlow, number>> = {
  cooling: 5_000,
  'over-quota': 60_000,
  expired: 300_000,
  dead: 60_000,
};
const longestRest = 60 * 60 * 1_000;
const mostRounds = 10;

/** Whether a provider is asked by a key, as far as its answers and the configuration tell. */
export class KeyStanding {
  #rest: Rest | undefined;
  #rounds = 0;
  #blows = 0;
  /** A hash: the key itself is nobody's to keep here. */
  #read: string | undefined;
  #requests: Learnt | undefined;
  #tokens: Learnt | undefined;
  #inFlight = 0;

  get inFlight(): number {
    return this.#inFlight;
  }

  /** How often it was struck until now: by it, answers to what was begun before are told from others. */
  get blows(): number {
    return this.#blows;
  }

  /** It has been read: another one than the one that was not taken begins anew. */
  read(value: string): void {
    const hash = createHash('sha256').update(value).digest('base64url');
    if (this.#read !== undefined && this.#read !== hash) this.#forget();
    this.#read = hash;
  }

  /** Why nobody is to be asked by it; undefined where somebody is. */
  away(
    rules: KeyRules,
    at: WallTime,
    now: SteadyTime,
  ): Pick<KeyStatus, 'state' | 'reason' | 'restsFor'> | undefined {
    if (rules.off) return { state: 'off', reason: 'switched off in signet.yaml', restsFor: undefined };
    if (rules.expires !== undefined && at >= rules.expires)
      return { state: 'expired', reason: 'its `expires` in signet.yaml is over', restsFor: undefined };
    const rest = this.#restAt(now);
    if (rest === undefined) return undefined;
    const { state, reason, until } = rest;
    return { state, reason, restsFor: Math.ceil(until - steadyMilliseconds(now)) };
  }

  /**
   * Milliseconds after which the provider is likely to take so much by it; 0 where it is now. What was learnt may be old, so
   * that this decides who is asked first, and never that nobody is.
   */
  wait(tokens: number, now: SteadyTime): number {
    return Math.max(waitOf(this.#requests, 1, now), waitOf(this.#tokens, tokens, now));
  }

  /** A question goes out. What it will take is taken off, so that others that go at the same time know of it. */
  asked(tokens: number): void {
    this.#inFlight += 1;
    if (this.#requests !== undefined) this.#requests.left -= 1;
    if (this.#tokens !== undefined) this.#tokens.left -= tokens;
  }

  over(): void {
    this.#inFlight = Math.max(0, this.#inFlight - 1);
  }

  /** The head of an answer is there, whatever it says. */
  told({ requests, tokens }: ToldLimits, now: SteadyTime): void {
    if (requests !== undefined) this.#requests = learnt(requests, now);
    if (tokens !== undefined) this.#tokens = learnt(tokens, now);
  }

  /**
   * It was taken. What was begun before it was struck may still be answered: that is no reason to end its rest.
   * @param seen its blows when this was begun
   */
  answered(seen: number): void {
    if (seen === this.#blows) this.#forget();
  }

  struck(state: KeyBlow, retryAfter: number | undefined, now: SteadyTime): void {
    const usual = Math.min(firstRests[state] * 2 ** this.#rounds, longestRest);
    const rest = Math.min(retryAfter ?? usual, longestPause);
    const until = steadyMilliseconds(now) + Math.max(rest, 1);
    this.#rounds = Math.min(this.#rounds + 1, mostRounds);
    this.#blows += 1;
    // What was under way when it was struck takes nothing back.
    if (this.#rest !== undefined && this.#rest.until > until) return;
    this.#rest = { state, reason: reasons[state], until };
  }

  status(rules: KeyRules, at: WallTime, now: SteadyTime): KeyStatus {
    const away = this.away(rules, at, now);
    return {
      ...(away ?? { state: 'enabled', reason: undefined, restsFor: undefined }),
      inFlight: this.#inFlight,
      requestsLeft: leftOf(this.#requests, now),
      tokensLeft: leftOf(this.#tokens, now),
    };
  }

  #restAt(now: SteadyTime): Rest | undefined {
    return this.#rest !== undefined && steadyMilliseconds(now) < this.#rest.until ? this.#rest : undefined;
  }

  #forget(): void {
    this.#rest = undefined;
    this.#rounds = 0;
  }
}

function learnt({ left, resetsIn }: Allowance, now: SteadyTime): Learnt {
  return { left, until: steadyMilliseconds(now) + resetsIn };
}

function waitOf(known: Learnt | undefined, needed: number, now: SteadyTime): number {
  if (known === undefined || known.left >= needed) return 0;
  return Math.max(0, known.until - steadyMilliseconds(now));
}

function leftOf(known: Learnt | undefined, now: SteadyTime): number | undefined {
  if (known === undefined || known.until <= steadyMilliseconds(now)) return undefined;
  return Math.max(0, Math.floor(known.left));
}
