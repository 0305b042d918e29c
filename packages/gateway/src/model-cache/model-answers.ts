import type { Cost, Losses, ProviderProtocol, Usage } from '@signet/ai';
import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import { LRUCache } from 'lru-cache';
import type { StoreBounds } from '../cache/answer-store.ts';
import { Fill } from '../cache/fill.ts';
import type { CompiledTarget } from '../models/compiled-llm.ts';

/** What is known of an answer of a model, beside its bytes. */
export interface AnswerFacts {
  readonly target: CompiledTarget | undefined;
  readonly upstream: ProviderProtocol | undefined;
  readonly usage: Usage | undefined;
  readonly cost: Cost | undefined;
  readonly losses: Losses;
}

/** A whole answer as its first caller got it. */
export interface KeptModelAnswer extends AnswerFacts {
  readonly route: string;
  readonly epoch: string;
  readonly isStream: boolean;
  readonly body: Buffer;
  readonly at: SteadyTime;
}

/** What an entry costs beside its body. */
const overhead = 4096;

/** The answers of models that this gateway process keeps, and the questions under way for them. */
export class ModelAnswers {
  readonly #steady: SteadyClock;
  readonly #flights = new Map<string, Fill>();
  /** Whose answers may still be kept. */
  readonly #open = new Set<Fill>();
  #bounds: StoreBounds;
  #kept: LRUCache<string, KeptModelAnswer>;
  #epochs: ReadonlySet<string> = new Set();
  #recorded = 0;

  constructor(bounds: StoreBounds, steady: SteadyClock) {
    this.#steady = steady;
    this.#bounds = bounds;
    this.#kept = storeOf(bounds);
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Forgets what other routes kept; and everything, where there is other room than before. */
  settle(epochs: ReadonlySet<string>, bounds: StoreBounds): void {
    this.#epochs = epochs;
    if (bounds.maxBytes !== this.#bounds.maxBytes || bounds.maxEntries !== this.#bounds.maxEntries) {
      this.#bounds = bounds;
      this.#kept = storeOf(bounds);
    } else this.#forgetWhere(({ epoch }) => !epochs.has(epoch));
  }

  find(key: string, keepFor: number): KeptModelAnswer | undefined {
    const kept = this.#kept.get(key);
    if (kept === undefined || elapsed(kept.at, this.#steady()) < keepFor) return kept;
    this.#kept.delete(key);
    return undefined;
  }

  /** The same question under way, whose answer may be waited for. */
  flightOf(key: string): Fill | undefined {
    return this.#flights.get(key);
  }

  begin(key: string, route: string): Fill {
    const fill = new Fill({ key, route, resource: '', path: '' });
    this.#open.add(fill);
    if (!this.#flights.has(key)) {
      this.#flights.set(key, fill);
      fill.wait(() => this.#flights.delete(key));
    }
    return fill;
  }

  /** Nothing more is kept by it. */
  close(fill: Fill): void {
    this.#open.delete(fill);
  }

  /** Room for bytes that have come and are not kept yet; false where there is none. */
  hold(bytes: number): boolean {
    if (this.#recorded + bytes > this.#bounds.maxBytes) return false;
    this.#recorded += bytes;
    return true;
  }

  release(bytes: number): void {
    this.#recorded -= bytes;
  }

  /** False where it is not kept, since it was to be forgotten meanwhile or has no room. */
  keep(fill: Fill, answer: Omit<KeptModelAnswer, 'at'>): boolean {
    if (fill.spoiled || !this.#epochs.has(answer.epoch)) return false;
    const { key } = fill.asked;
    this.#kept.set(key, { ...answer, at: this.#steady() });
    return this.#kept.has(key);
  }

  /** @returns how many were forgotten */
  purge(route: string): number {
    for (const fill of this.#open) if (fill.asked.route === route) fill.spoiled = true;
    return this.#forgetWhere((kept) => kept.route === route);
  }

  forgetAll(): void {
    for (const fill of this.#open) fill.spoiled = true;
    this.#kept.clear();
  }

  #forgetWhere(isGone: (kept: KeptModelAnswer) => boolean): number {
    const gone = [...this.#kept.entries()].filter(([, kept]) => isGone(kept));
    for (const [key] of gone) this.#kept.delete(key);
    return gone.length;
  }
}

function storeOf({ maxBytes, maxEntries }: StoreBounds): LRUCache<string, KeptModelAnswer> {
  return new LRUCache({
    max: maxEntries,
    maxSize: maxBytes,
    sizeCalculation: ({ body }) => overhead + body.length,
  });
}
