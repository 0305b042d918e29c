import type { Recipient } from '../forwarding/recipient.ts';
import type { Relay } from '../forwarding/relay.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Admitted } from '../steps/passage.ts';
import type { AnswerCache } from './answer-cache.ts';
import { resourceOf } from './ask-of.ts';
import { isUnsafe } from './compile-cache.ts';

export interface PassingOptions {
  readonly answers: AnswerCache;
  readonly head: RequestHead;
  readonly admitted: Admitted;
  /** What is said of it in `Cache-Status`. */
  readonly status: string | undefined;
}

/** Keeps nothing of what passes, and forgets what a request has changed (RFC 9111 §4.4). */
export class PassingRelay implements Recipient {
  readonly #relay: Relay;
  readonly #options: PassingOptions;

  constructor(relay: Relay, options: PassingOptions) {
    this.#relay = relay;
    this.#options = options;
  }

  early(head: ResponseHead): void {
    this.#relay.early(head);
  }

  head(head: ResponseHead): boolean {
    const { head: asked, status } = this.#options;
    if (isUnsafe(asked.method) && head.status < 400) this.#forget(head.rawHeaders);
    if (status === undefined) return this.#relay.head(head);
    return this.#relay.head({ ...head, rawHeaders: [...head.rawHeaders, 'cache-status', status] });
  }

  body(piece: Buffer): boolean {
    return this.#relay.body(piece);
  }

  end(trailers: readonly string[]): void {
    this.#relay.end(trailers);
  }

  readerMoves(): void {
    this.#relay.readerMoves();
  }

  failed(): boolean {
    return false;
  }

  closed(): boolean {
    return this.#relay.closed();
  }

  /** What it was sent to, and what its answer names at the same host. */
  #forget(headers: readonly string[]): void {
    const { answers, head, admitted } = this.#options;
    const own = resourceOf(head, admitted.path);
    const named = [...valuesOf('location', headers), ...valuesOf('content-location', headers)];
    const others = named.flatMap((value) => sameHost(value, head.authority, admitted.path) ?? []);
    for (const resource of new Set([own, ...others])) answers.changed(admitted.route.id, resource);
  }
}

function sameHost(value: string, authority: string, path: string): string | undefined {
  const base = `http://${authority.toLowerCase()}`;
  if (!URL.canParse(value, `${base}${path}`) || !URL.canParse(base)) return undefined;
  const url = new URL(value, `${base}${path}`);
  return url.host === new URL(base).host
    ? `${authority.toLowerCase()}${url.pathname}${url.search}`
    : undefined;
}
