import type { LedgerRequest, SettleAnswer, Settlement } from '@signet/gateway/ports';

/** What was spent without a reservation. */
export interface Booking {
  readonly request: LedgerRequest;
  readonly settlement: Settlement;
}

/** Answers in the order of the bookings, of which no two have the same id. */
export type WriteTogether = (bookings: readonly Booking[]) => Promise<readonly SettleAnswer[]>;

interface Waiting {
  readonly booking: Booking;
  readonly answered: PromiseWithResolvers<SettleAnswer>;
}

/** Each number is a statement of its own, which stays prepared: so there are few. */
const sizes = [32, 16, 8, 4, 2] as const;

/** Bookings that come while others are written are written together, in one transaction. */
export class JoinedBookings {
  readonly #write: WriteTogether;
  readonly #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(write: WriteTogether) {
    this.#write = write;
  }

  add(booking: Booking): Promise<SettleAnswer> {
    const answered = Promise.withResolvers<SettleAnswer>();
    this.#waiting.push({ booking, answered });
    if (!this.#isWriting) void this.#writeAll();
    return answered.promise;
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    // Those that come in the same turn go together.
    await Promise.resolve();
    while (this.#waiting.length > 0) await this.#writeSome(this.#take());
    this.#isWriting = false;
  }

  async #writeSome(together: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#write(together.map(({ booking }) => booking));
      for (const [at, { answered }] of together.entries()) answered.resolve(answers[at] as SettleAnswer);
    } catch (error) {
      if (together.length === 1) together[0]?.answered.reject(error);
      // What one of them cannot is no failure of the others.
      else for (const one of together) await this.#writeSome([one]);
    }
  }

  /** Those that waited longest, each id once: who comes a second time finds what the first has booked. */
  #take(): readonly Waiting[] {
    const size = sizes.find((most) => most <= this.#waiting.length && isOfEach(this.#waiting.slice(0, most)));
    return this.#waiting.splice(0, size ?? 1);
  }
}

function isOfEach(some: readonly Waiting[]): boolean {
  return new Set(some.map(({ booking }) => booking.request.id)).size === some.length;
}
