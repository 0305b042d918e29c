import { createHash } from 'node:crypto';
import { elapsed, type Moment, type SteadyTime } from '@signet/contracts';
import type { AskServer } from '@signet/trust';
import { LRUCache } from 'lru-cache';
import { assertionOf, readServiceAccount, tokenAddress } from './service-account.ts';

interface Held {
  readonly token: string;
  readonly at: SteadyTime;
  /** Milliseconds. */
  readonly good: number;
}

const limits = { timeoutMs: 10_000, maxBytes: 64 * 1024, reach: 'anywhere' } as const;
const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Milliseconds before its end from which on a token is no longer shown: an answer may take long to begin. */
const margin = 120_000;
const longest = 3_600_000;
const mostHeld = 256;
const longestToken = 8_192;

/** Tokens of Google Cloud for the service accounts that providers are asked by: each got once, and kept in memory alone while it counts. */
export class AccessTokens {
  readonly #askServer: AskServer;
  readonly #now: () => Moment;
  readonly #asked = new Map<string, Promise<string | undefined>>();
  readonly #held = new LRUCache<string, Held>({ max: mostHeld });

  constructor(askServer: AskServer, now: () => Moment) {
    this.#askServer = askServer;
    this.#now = now;
  }

  /** Undefined where the key is none of a service account, or Google gives nothing for it. */
  get(key: string): Promise<string | undefined> {
    const name = nameOf(key);
    const held = this.#held.get(name);
    if (held !== undefined && elapsed(held.at, this.#now().steady) < held.good)
      return Promise.resolve(held.token);
    const underWay = this.#asked.get(name);
    if (underWay !== undefined) return underWay;
    const asking = this.#get(key, name).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asking);
    return asking;
  }

  /** It is not taken: another may be there already. */
  forget(key: string): void {
    this.#held.delete(nameOf(key));
  }

  async #get(key: string, name: string): Promise<string | undefined> {
    const account = readServiceAccount(key);
    if (account === undefined) return undefined;
    const now = this.#now();
    const told = await this.#ask(assertionOf(account, now.wall));
    if (told === undefined) return undefined;
    // It counts from the question on.
    const good = Math.min(told.seconds * 1_000, longest) - margin;
    if (good > 0) this.#held.set(name, { token: told.token, at: now.steady, good });
    return told.token;
  }

  async #ask(assertion: string): Promise<Told | undefined> {
    const body = new URLSearchParams({ grant_type: grant, assertion }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    try {
      const response = await this.#askServer(tokenAddress, { method: 'POST', headers, body }, limits);
      return response.status === 200 ? toldIn(await response.json()) : undefined;
    } catch {
      // Whoever asks for it is told that there is none, and the next provider is asked.
      return undefined;
    }
  }
}

interface Told {
  readonly token: string;
  readonly seconds: number;
}

function toldIn(body: unknown): Told | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { access_token: token, expires_in: seconds } = body as Readonly<Record<string, unknown>>;
  // What stands in a header must not end it.
  if (typeof token !== 'string' || token.length > longestToken || !/^[\x21-\x7e]+$/.test(token))
    return undefined;
  return typeof seconds === 'number' && seconds > 0 ? { token, seconds } : undefined;
}

/** No key stands in memory for longer than its question. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}
