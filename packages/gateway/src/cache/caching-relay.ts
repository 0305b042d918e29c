import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { Recipient } from '../forwarding/recipient.ts';
import type { Relay } from '../forwarding/relay.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import type { CacheTrace } from '../trace.ts';
import type { AnswerCache, Draft } from './answer-cache.ts';
import type { Asked } from './asked.ts';
import { cacheStatus, type Forwarded } from './cache-status.ts';
import type { Fill } from './fill.ts';
import type { KeptAnswer } from './kept-answer.ts';
import { KeptRelay } from './kept-relay.ts';

export interface CachingRelayOptions {
  readonly relay: Relay;
  readonly cache: AnswerCache;
  readonly asked: Asked;
  /** Headers of the client's request. */
  readonly headers: readonly string[];
  readonly fill: Fill;
  /** Why the upstream is asked. */
  readonly fwd: Forwarded;
  /** What is kept already, and whether the upstream is asked for a change of it alone. */
  readonly kept: { readonly answer: KeptAnswer; readonly asksForChange: boolean } | undefined;
  readonly told: CacheTrace;
  readonly steady: SteadyClock;
}

const failing: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** Stands before the client: keeps the answer that passes, where it may be kept, or answers by what is kept already. */
export class CachingRelay implements Recipient {
  readonly #options: CachingRelayOptions;
  readonly #startedAt: SteadyTime;
  #draft: Draft | undefined;
  #pieces: Buffer[] = [];
  #bytes = 0;
  /** Answers in place of the upstream, whose answer goes by. */
  #instead: KeptRelay | undefined;

  constructor(options: CachingRelayOptions) {
    this.#options = options;
    this.#startedAt = options.steady();
  }

  early(head: ResponseHead): void {
    this.#options.relay.early(head);
  }

  head(head: ResponseHead): boolean {
    const { cache, asked, kept, fwd, fill, told, relay, steady } = this.#options;
    const arrived = { head, delay: elapsed(this.#startedAt, steady()) };
    if (kept !== undefined) {
      if (kept.asksForChange && head.status === 304) {
        told.result = 'revalidated';
        const confirmed = cache.confirm(kept.answer, { asked, fill }, arrived);
        fill.end('kept');
        this.#answerBy(confirmed, { fwd, fwdStatus: 304 });
        return false;
      }
      if (failing.has(head.status) && kept.answer.freshness.bridgesErrors) {
        this.#bridge(kept.answer, head.status);
        return false;
      }
    }
    this.#draft = cache.draft(asked, arrived);
    if (this.#draft === undefined) fill.end('not-kept');
    // What was kept is out of date, whether or not this takes its place.
    if (kept !== undefined && head.status < 500) cache.forget(kept.answer);
    told.kept = this.#draft !== undefined;
    const status = cacheStatus({ fwd, stored: told.kept });
    return relay.head({ ...head, rawHeaders: [...head.rawHeaders, 'cache-status', status] });
  }

  body(piece: Buffer): boolean {
    if (this.#instead !== undefined) return true;
    this.#take(piece);
    const roomLeft = this.#options.relay.body(piece);
    // Nobody else waits for the slowest reader.
    if (!roomLeft) this.#options.fill.end('left');
    return roomLeft;
  }

  end(trailers: readonly string[]): void {
    if (this.#instead !== undefined) return;
    const draft = this.#draft;
    if (draft !== undefined && trailers.length > 0) this.#giveUp();
    else if (draft !== undefined) {
      const { cache, asked, fill } = this.#options;
      cache.keep(draft, Buffer.concat(this.#pieces, this.#bytes), { asked, fill });
      this.#drop();
      fill.end('kept');
    }
    this.#options.relay.end(trailers);
  }

  readerMoves(): void {
    this.#options.relay.readerMoves();
    this.#instead?.send();
  }

  failed(): boolean {
    const { kept, fill, relay } = this.#options;
    const begun = this.#instead !== undefined || this.#draft !== undefined || relay.begun;
    this.#drop();
    if (this.#instead !== undefined) return true;
    if (begun || kept === undefined || !kept.answer.freshness.bridgesErrors) {
      fill.end('failed');
      return false;
    }
    this.#bridge(kept.answer, undefined);
    return true;
  }

  closed(): boolean {
    const { cache, fill, relay } = this.#options;
    this.#drop();
    fill.end('left');
    cache.close(fill);
    relay.closed();
    return this.#instead !== undefined;
  }

  #bridge(answer: KeptAnswer, fwdStatus: number | undefined): void {
    const { told, fill } = this.#options;
    told.result = 'stale';
    fill.end('kept');
    // No `fwd`: it is answered by what is kept (RFC 9211 §2.1).
    this.#answerBy(answer, fwdStatus === undefined ? {} : { fwdStatus });
  }

  #answerBy(kept: KeptAnswer, status: KeptRelayStatus): void {
    const { relay, headers, asked } = this.#options;
    this.#instead = new KeptRelay({ relay, kept, asked: headers, isHead: asked.isHead, status });
    this.#instead.send();
  }

  #take(piece: Buffer): void {
    if (this.#draft === undefined) return;
    const { cache, asked } = this.#options;
    if (this.#bytes + piece.length > asked.cache.maxBodyBytes || !cache.hold(piece.length)) {
      this.#giveUp();
      return;
    }
    // The piece is the upstream's buffer, and its own again after this call.
    this.#pieces.push(Buffer.from(piece));
    this.#bytes += piece.length;
  }

  #giveUp(): void {
    this.#drop();
    this.#options.told.kept = false;
    this.#options.fill.end('not-kept');
  }

  #drop(): void {
    this.#options.cache.release(this.#bytes);
    this.#draft = undefined;
    this.#pieces = [];
    this.#bytes = 0;
  }
}

type KeptRelayStatus = ConstructorParameters<typeof KeptRelay>[0]['status'];
