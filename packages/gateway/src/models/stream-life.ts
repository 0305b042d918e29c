interface StreamWays {
  /** Says that it lives. */
  readonly beat: () => void;
  /** Ends it, and the connection with it. */
  readonly cutOff: () => void;
}

/** Milliseconds without a word after which a comment says that a stream lives. */
const quietFor = 15_000;

/** A stream that is silent for long says that it lives, and one that nobody reads ends. */
export class StreamLife {
  readonly #ways: StreamWays;
  #quiet: NodeJS.Timeout | undefined;
  #stalled: NodeJS.Timeout | undefined;

  constructor(ways: StreamWays) {
    this.#ways = ways;
  }

  /** From now on it may be silent for long. */
  begin(): void {
    this.#quiet ??= setInterval(this.#ways.beat, quietFor);
  }

  /** A word has gone out. */
  spoke(): void {
    this.#quiet?.refresh();
  }

  /** A caller that does not read must not hold a provider's connection for ever. @param patience milliseconds */
  awaitReader(patience: number): void {
    this.#stalled ??= setTimeout(this.#ways.cutOff, patience);
  }

  readerMoves(): void {
    clearTimeout(this.#stalled);
    this.#stalled = undefined;
  }

  end(): void {
    clearInterval(this.#quiet);
    this.#quiet = undefined;
    this.readerMoves();
  }
}
