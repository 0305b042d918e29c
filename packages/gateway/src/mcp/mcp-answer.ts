import { heartbeat } from '@signet/ai';
import type { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import { rateLimitFields } from '../limits/rate-limit-fields.ts';
import type { Seats } from '../seats.ts';

/** Milliseconds without a word after which a comment says that the stream lives. */
const quietFor = 15_000;

/** The way back to a client of MCP: one message, or several, of which the answer is the last. */
export class McpAnswer {
  readonly #journey: Journey;
  readonly #seats: Seats;
  #more: readonly string[] = [];
  #quiet: NodeJS.Timeout | undefined;
  #stalled: NodeJS.Timeout | undefined;

  constructor(journey: Journey, seats: Seats) {
    this.#journey = journey;
    this.#seats = seats;
  }

  get begun(): boolean {
    return this.#journey.answer.status !== 0;
  }

  /** To be said with the head: name, value, name, value … */
  also(...headers: readonly string[]): void {
    this.#more = [...this.#more, ...headers];
  }

  /** What is answered, after which nothing comes. */
  last(text: string): void {
    const { answer } = this.#journey;
    if (answer.over) return;
    if (this.begun) {
      this.#write(eventOf(text));
      answer.end();
    } else {
      const bytes = Buffer.from(text);
      this.#begin(200, ['content-type', 'application/json', 'content-length', String(bytes.length)]);
      answer.end(bytes);
    }
    this.close();
  }

  /** Taken, and nothing to say to it. */
  empty(status: 202 | 200): void {
    this.#begin(status, ['content-length', '0']);
    this.#journey.answer.end();
  }

  /** Events will come. Streams have places of their own. */
  stream(): Denial | undefined {
    if (this.begun) return undefined;
    const noSeat = this.#seats.moveToStreams(this.#journey);
    if (noSeat !== undefined) return noSeat;
    this.#begin(200, ['content-type', 'text/event-stream; charset=utf-8', 'x-accel-buffering', 'no']);
    this.#quiet ??= setInterval(() => this.#write(heartbeat), quietFor);
    return undefined;
  }

  /** One on the way, of a stream that has begun. False when the client has enough to read for now. */
  message(text: string): boolean {
    return this.#write(eventOf(text));
  }

  end(): void {
    this.#journey.answer.end();
    this.close();
  }

  /** Whoever reads a stream must see that this is no end. Resolves when the error is on its way. */
  fail(text: string | undefined): Promise<void> {
    if (text !== undefined) this.#write(eventOf(text));
    this.close();
    // What is written in one turn of the loop goes at its end.
    return new Promise((gone) => setImmediate(() => setImmediate(gone)));
  }

  readerMoves(): void {
    clearTimeout(this.#stalled);
    this.#stalled = undefined;
  }

  close(): void {
    clearInterval(this.#quiet);
    this.#quiet = undefined;
    this.readerMoves();
  }

  #begin(status: number, own: readonly string[]): void {
    const journey = this.#journey;
    const { reference, trace, shape } = journey;
    const headers = [
      ...['signet-reference', reference, 'cache-control', 'no-store', 'x-content-type-options', 'nosniff'],
      ...[...own, ...this.#more, ...rateLimitFields(trace.told)],
    ];
    journey.status = status;
    journey.answer.begin(status, shape?.shape(headers, 'answer') ?? headers);
  }

  #write(text: string): boolean {
    const { answer, live } = this.#journey;
    if (answer.over) return true;
    this.#quiet?.refresh();
    const roomLeft = answer.write(Buffer.from(text));
    // A client that does not read must not hold a server's connection for ever.
    if (!roomLeft) this.#stalled ??= setTimeout(() => answer.cutOff(), live.snapshot.gateway.requestTimeout);
    return roomLeft;
  }
}

/** Line breaks stand between the members of a message alone, where a blank does as well. */
function eventOf(text: string): string {
  return `event: message\ndata: ${text.replaceAll(/[\r\n]+/g, ' ')}\n\n`;
}
