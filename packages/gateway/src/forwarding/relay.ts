import type { ResponseHead } from '../http1/response-head.ts';
import type { Journey } from '../journey.ts';
import { rateLimitFields } from '../limits/rate-limit-fields.ts';
import { budgetFields } from '../spending/budget-fields.ts';
import { earlyHints } from '../upstream/early-hints.ts';
import { forOneReader } from '../upstream/for-one-reader.ts';
import { responseHeaders } from '../upstream/response-headers.ts';
import { responseTrailers } from '../upstream/trailers.ts';
import type { Recipient } from './recipient.ts';

const smallBody = 16 * 1024;

/** Passes an upstream's answer on to the client, no faster than the client reads it. */
export class Relay implements Recipient {
  readonly #journey: Journey;
  /** Length of a small body that may come in one piece: head and body then leave in one write, for half the price. */
  #wholeBody = -1;
  #stalled: NodeJS.Timeout | undefined;

  constructor(journey: Journey) {
    this.#journey = journey;
  }

  early({ rawHeaders }: ResponseHead): void {
    const links = earlyHints(rawHeaders);
    if (links.length > 0) this.#journey.answer.early(links);
  }

  /** @returns whether a cookie of sign-in was kept back, which is the identity provider's */
  head({ status, reason, rawHeaders, framing }: ResponseHead): boolean {
    const { reference, trace, at } = this.#journey;
    if (framing.kind === 'length' && framing.bytes <= smallBody) this.#wholeBody = framing.bytes;
    this.#journey.status = status;
    const { headers, setsSignInCookie } = responseHeaders(status, rawHeaders, reference);
    headers.push(...rateLimitFields(trace.told), ...budgetFields(trace.told, at));
    if (this.#journey.byCookie) forOneReader(headers);
    const shaped = this.#journey.shape?.shape(headers, 'answer') ?? headers;
    this.#journey.answer.begin(status, shaped, reason, framing.kind === 'none');
    return setsSignInCookie;
  }

  /** False when the client has enough to read for now. */
  body(piece: Buffer): boolean {
    const { answer } = this.#journey;
    if (piece.length === this.#wholeBody) {
      answer.end(piece);
      return true;
    }
    const roomLeft = answer.write(piece);
    if (!roomLeft) this.#awaitReader();
    return roomLeft;
  }

  end(trailers: readonly string[]): void {
    this.#journey.answer.end(undefined, responseTrailers(trailers));
  }

  get begun(): boolean {
    return this.#journey.answer.status !== 0;
  }

  failed(): boolean {
    return false;
  }

  closed(): boolean {
    this.readerMoves();
    return false;
  }

  /** The client has read what there was. */
  readerMoves(): void {
    clearTimeout(this.#stalled);
    this.#stalled = undefined;
  }

  /** A client that does not read its answer must not hold an upstream's connection for ever. */
  #awaitReader(): void {
    const { answer, live } = this.#journey;
    this.#stalled ??= setTimeout(() => answer.cutOff(), live.snapshot.gateway.requestTimeout);
  }
}
