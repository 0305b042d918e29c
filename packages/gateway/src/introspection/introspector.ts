import { createHash } from 'node:crypto';
import { elapsed, type Moment, type SteadyTime } from '@signet/contracts';
import { readSeconds } from '@signet/token/json';
import type { AskServer, ReadHanded } from '@signet/trust';
import { LRUCache } from 'lru-cache';
import { Places } from '../places.ts';
import { weighToken } from '../token/weigh-token.ts';
import type { IntrospectionPolicy } from './introspection-policy.ts';
import { questionAbout } from './question.ts';
import { type Introspection, readAnswer, unanswered } from './read-answer.ts';

export interface IntrospectorParts {
  readonly policy: IntrospectionPolicy;
  readonly askServer: AskServer;
  readonly readHanded: ReadHanded;
  readonly maxValues: number;
}

/** For whom and when it is asked. */
export interface Asking {
  /** The client's: one that tries tokens out leaves others their turn. */
  readonly address: string;
  readonly now: Moment;
}

interface Held {
  readonly answer: Introspection;
  readonly at: SteadyTime;
  /** Milliseconds. */
  readonly good: number;
}

const mostAnswers = 10_000;
const mostBytes = 32 * 1024 * 1024;
const mostBytesOfOne = 256 * 1024;
const mostAnswerBytes = 64 * 1024;
/** Milliseconds. What was refused may have been made meanwhile. */
const inactiveFor = 5_000;
/** Questions of one process to one issuer. */
const questions = { most: 64, mostOfOne: 16 };

/** Asks one issuer about its tokens: about each once at a time, about so many at once, and not again for a while. */
export class Introspector {
  readonly #parts: IntrospectorParts;
  readonly #places = new Places();
  readonly #asked = new Map<string, Promise<Introspection>>();
  readonly #held = new LRUCache<string, Held>({
    max: mostAnswers,
    maxSize: mostBytes,
    maxEntrySize: mostBytesOfOne,
    sizeCalculation: ({ answer }) => (answer.kind === 'active' ? weighToken('', answer.token) : 512),
  });

  constructor(parts: IntrospectorParts) {
    this.#parts = parts;
  }

  /** What was answered before and counts still. */
  known(compact: string, now: SteadyTime): Introspection | undefined {
    const held = this.#held.get(nameOf(compact));
    return held !== undefined && elapsed(held.at, now) < held.good ? held.answer : undefined;
  }

  ask(compact: string, { address, now }: Asking): Promise<Introspection> {
    const name = nameOf(compact);
    const underWay = this.#asked.get(name);
    if (underWay !== undefined) return underWay;
    const place = this.#places.take(address, questions);
    if (typeof place === 'string') return Promise.resolve(busy);
    const asking = this.#askAndKeep(compact, name, now).finally(() => {
      this.#asked.delete(name);
      place.givenBack();
    });
    this.#asked.set(name, asking);
    return asking;
  }

  /** Answers are not to be counted on: clocks jumped, or nobody needs them any more. */
  forgetAll(): void {
    this.#held.clear();
  }

  get size(): number {
    return this.#held.size;
  }

  /** It counts from the question on, so that the way of the answer makes no token live longer. */
  async #askAndKeep(compact: string, name: string, now: Moment): Promise<Introspection> {
    const answer = await this.#askAnew(compact);
    const good = this.#goodFor(answer, now);
    if (good > 0) this.#held.set(name, { answer, at: now.steady, good });
    return answer;
  }

  #goodFor(answer: Introspection, { wall }: Moment): number {
    const { cacheFor } = this.#parts.policy;
    if (answer.kind === 'unavailable') return 0;
    if (answer.kind !== 'active') return Math.min(cacheFor, inactiveFor);
    const exp = readSeconds(answer.token.claims['exp']);
    return exp === undefined ? 0 : Math.min(cacheFor, exp * 1000 - wall);
  }

  async #askAnew(compact: string): Promise<Introspection> {
    const { policy, askServer, readHanded, maxValues } = this.#parts;
    const { url, timeout, clientSecret } = policy;
    const limits = { timeoutMs: timeout, maxBytes: mostAnswerBytes, reach: 'anywhere' } as const;
    try {
      let status = 0;
      // While a secret is replaced, its issuer may know the one before alone.
      for (const secret of await readHanded(clientSecret)) {
        const response = await askServer(url, questionAbout(compact, policy, secret), limits);
        status = response.status;
        if (status === 200) return readAnswer(await response.text(), policy, maxValues);
        if (status !== 401) break;
      }
      return unanswered(status === 0 ? 'The secret of the client is not known' : `It answered ${status}`);
    } catch (error) {
      return unanswered(`No answer: ${error instanceof Error ? error.name : typeof error}`);
    }
  }
}

const busy: Introspection = Object.freeze({
  kind: 'unavailable',
  because: 'busy',
  note: `${questions.most} questions at once, ${questions.mostOfOne} of one address`,
});

/** No token stands in memory for longer than its question. */
function nameOf(compact: string): string {
  return createHash('sha256').update(compact).digest('base64');
}
