import type { Denial } from '../denial.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import type { Journey } from '../journey.ts';
import type { Seats } from '../seats.ts';
import { isEventStream } from '../upstream/event-stream.ts';

/** How long an answer takes: one that lasts goes to the places of streams, so that it is in no call's way. */
export class Duration {
  readonly #journey: Journey;
  readonly #seats: Seats;
  readonly #standApart: () => void;
  #lasting: NodeJS.Timeout | undefined;

  /** @param standApart called once the answer has its place among the streams */
  constructor(journey: Journey, seats: Seats, standApart: () => void) {
    this.#journey = journey;
    this.#seats = seats;
    this.#standApart = standApart;
  }

  /** A stream of events lasts by its nature, and is refused where there are too many; others last once they have. */
  begin({ framing, rawHeaders }: ResponseHead): Denial | undefined {
    if (framing.kind === 'none') return undefined;
    if (isEventStream(rawHeaders)) return this.#moveToStreams();
    const { streamAfter } = this.#journey.live.snapshot.gateway;
    this.#lasting = setTimeout(() => {
      // Without a place among the streams it keeps the one it has, and asks again.
      if (this.#moveToStreams() !== undefined) this.#lasting?.refresh();
    }, streamAfter);
    return undefined;
  }

  /** Lasting by its nature, and no call to its upstream any more. */
  beginSocket(): Denial | undefined {
    return this.#seats.moveToStreams(this.#journey);
  }

  end(): void {
    clearTimeout(this.#lasting);
  }

  #moveToStreams(): Denial | undefined {
    const noSeat = this.#seats.moveToStreams(this.#journey);
    if (noSeat === undefined) this.#standApart();
    return noSeat;
  }
}
