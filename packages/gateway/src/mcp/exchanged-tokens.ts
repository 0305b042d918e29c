import { createHash, timingSafeEqual } from 'node:crypto';
import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { AskServer, ReadHanded, ServerQuestion } from '@signet/trust';
import { LRUCache } from 'lru-cache';
import type { CompiledExchange } from './compiled-mcp.ts';

interface Held {
  readonly token: string;
  readonly at: SteadyTime;
  /** Milliseconds. */
  readonly good: number;
}

interface ExchangeParts {
  readonly askServer: AskServer;
  readonly readHanded: ReadHanded;
  readonly steady: SteadyClock;
}

const mostTokens = 10_000;
const limits = { timeoutMs: 5_000, maxBytes: 64 * 1024, reach: 'anywhere' } as const;
/** Milliseconds for which a token serves at most: what its issuer says of the caller since is heard soon. */
const longest = 60_000;
/** Milliseconds before its end in which a token is shown to nobody, since it may end on its way. */
const margin = 5_000;
const longestToken = 16 * 1024;
const accessToken = 'urn:ietf:params:oauth:token-type:access_token';

/** Tokens of callers, changed for ones that a server of tools alone takes (RFC 8693). They stand in memory alone. */
export class ExchangedTokens {
  readonly #parts: ExchangeParts;
  readonly #held = new LRUCache<string, Held>({ max: mostTokens });
  readonly #asked = new Map<string, Promise<string | undefined>>();

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /** Undefined where there is none: the issuer refuses, or does not answer as it should. */
  get(exchange: CompiledExchange, compact: string): Promise<string | undefined> {
    const name = nameOf(exchange, compact);
    const held = this.#held.get(name);
    if (held !== undefined && elapsed(held.at, this.#parts.steady()) < held.good)
      return Promise.resolve(held.token);
    const underWay = this.#asked.get(name);
    if (underWay !== undefined) return underWay;
    const asking = this.#askAndKeep(name, exchange, compact).finally(() => this.#asked.delete(name));
    this.#asked.set(name, asking);
    return asking;
  }

  /** The server does not take it. */
  forget(exchange: CompiledExchange, compact: string): void {
    this.#held.delete(nameOf(exchange, compact));
  }

  async #askAndKeep(name: string, exchange: CompiledExchange, compact: string): Promise<string | undefined> {
    // From the question on, so that the way of the answer makes no token live longer.
    const at = this.#parts.steady();
    const given = await this.#ask(exchange, compact);
    if (given === undefined) return undefined;
    const good = Math.min(longest, given.lifetime - margin);
    if (good > 0) this.#held.set(name, { token: given.token, at, good });
    return given.token;
  }

  async #ask(exchange: CompiledExchange, compact: string): Promise<GivenToken | undefined> {
    const { askServer, readHanded } = this.#parts;
    try {
      // While a secret is replaced, its issuer may know the one before alone.
      for (const secret of await readHanded(exchange.secret)) {
        const response = await askServer(
          exchange.tokenEndpoint,
          questionOf(exchange, compact, secret),
          limits,
        );
        if (response.status === 200) return readGiven(await response.text(), compact);
        if (response.status !== 401) return undefined;
      }
      return undefined;
    } catch {
      // Whoever waits for it is refused, and that is recorded.
      return undefined;
    }
  }
}

function questionOf(
  { client, audience, scope }: CompiledExchange,
  compact: string,
  secret: string,
): ServerQuestion {
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: compact,
    subject_token_type: accessToken,
    requested_token_type: accessToken,
    audience,
    resource: audience,
    ...(scope === '' ? {} : { scope }),
  });
  const proof = Buffer.from(`${encoded(client)}:${encoded(secret)}`).toString('base64');
  return {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${proof}`,
    },
    body: form.toString(),
  };
}

/** As forms are (RFC 6749 §2.3.1). */
function encoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

interface GivenToken {
  readonly token: string;
  /** Milliseconds. */
  readonly lifetime: number;
}

/** RFC 8693 §2.2.1. A token that is the caller's own was not changed, and goes nowhere. */
export function readGiven(text: string, compact: string): GivenToken | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { access_token: token, token_type: type, expires_in: seconds } = answer as Record<string, unknown>;
  const isToken = typeof token === 'string' && token.length <= longestToken && /^[\x21-\x7e]+$/.test(token);
  if (!isToken || typeof type !== 'string' || type.toLowerCase() !== 'bearer') return undefined;
  if (isSame(token, compact)) return undefined;
  const lifetime = typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : 0;
  return { token, lifetime };
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

/** No token of a caller stands in memory for longer than its question. */
function nameOf({ tokenEndpoint, client, audience, scope }: CompiledExchange, compact: string): string {
  const words = JSON.stringify([tokenEndpoint, client, audience, scope, compact]);
  return createHash('sha256').update(words).digest('base64');
}
