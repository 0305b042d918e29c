/** How a fetch ended that others wait for. */
export type FillEnd =
  /** It is kept, or an older answer was confirmed. */
  | 'kept'
  /** There is an answer, and it is its client's alone. */
  | 'not-kept'
  /** Its client went away, or reads so slowly that nobody should wait for it. */
  | 'left'
  /** The upstream did not answer. */
  | 'failed';

/** What it is for. */
export interface FillPlace {
  readonly key: string;
  readonly route: string;
  readonly resource: string;
  readonly path: string;
}

/** One fetch under way, and who waits for it. */
export class Fill {
  readonly asked: FillPlace;
  /** What it is for was changed meanwhile: its answer may be from before. */
  spoiled = false;
  #end: FillEnd | undefined;
  readonly #waiting: ((end: FillEnd) => void)[] = [];

  constructor(asked: FillPlace) {
    this.asked = asked;
  }

  get over(): boolean {
    return this.#end !== undefined;
  }

  /** @returns what takes the waiting back */
  wait(heard: (end: FillEnd) => void): () => void {
    if (this.#end !== undefined) {
      heard(this.#end);
      return () => undefined;
    }
    this.#waiting.push(heard);
    return () => {
      const at = this.#waiting.indexOf(heard);
      if (at !== -1) this.#waiting.splice(at, 1);
    };
  }

  /** Only the first end counts. */
  end(end: FillEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    for (const heard of this.#waiting.splice(0)) heard(end);
  }
}
