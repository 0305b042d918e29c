/** One event of a stream (HTML Living Standard §9.2), as far as models use it. */
export interface ServerEvent {
  /** Empty where the stream does not name it. */
  readonly name: string;
  readonly data: string;
}

export interface EventBounds {
  /** Characters of one event, lines and all. */
  readonly mostOfOne: number;
}

const usual: EventBounds = { mostOfOne: 8 * 1024 * 1024 };

/** Reads events out of bytes that are cut anywhere, in the middle of a character too. */
export class EventReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #bounds: EventBounds;
  #line = '';
  #afterReturn = false;
  #name = '';
  #data: string[] = [];
  #size = 0;

  constructor(bounds: EventBounds = usual) {
    this.#bounds = bounds;
  }

  /**
   * The events that these bytes complete, in order.
   * @throws TypeError for what is no UTF-8; RangeError for an event that is too large
   */
  read(bytes: Uint8Array): readonly ServerEvent[] {
    return this.#take(this.#decoder.decode(bytes, { stream: true }));
  }

  /** Something has begun that no empty line has ended: the stream was cut. */
  get unfinished(): boolean {
    return this.#line !== '' || this.#data.length > 0 || this.#name !== '';
  }

  #take(text: string): readonly ServerEvent[] {
    const events: ServerEvent[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      if (letter !== 10 && letter !== 13) continue;
      const isSecondHalf = letter === 10 && this.#afterReturn && at === from && this.#line === '';
      if (!isSecondHalf) {
        const line = this.#line + text.slice(from, at);
        this.#line = '';
        const done = this.#ends(line);
        if (done !== undefined) events.push(done);
      }
      this.#line = '';
      from = at + 1;
      this.#afterReturn = letter === 13;
    }
    if (from < text.length) {
      this.#line += text.slice(from);
      this.#afterReturn = false;
      this.#count(0);
    }
    return events;
  }

  /** A line is over; an empty one ends an event. Comments are signs of life and say nothing. */
  #ends(line: string): ServerEvent | undefined {
    if (line === '') return this.#dispatch();
    this.#count(line.length);
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon === -1 ? line : line.slice(0, colon);
    const rest = colon === -1 ? '' : line.slice(colon + 1);
    const value = rest.startsWith(' ') ? rest.slice(1) : rest;
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#name = value;
    return undefined;
  }

  #dispatch(): ServerEvent | undefined {
    const [name, data] = [this.#name, this.#data];
    this.#name = '';
    this.#data = [];
    this.#size = 0;
    return data.length === 0 ? undefined : { name, data: data.join('\n') };
  }

  #count(more: number): void {
    this.#size += more;
    if (this.#size + this.#line.length > this.#bounds.mostOfOne)
      throw new RangeError(`An event of more than ${this.#bounds.mostOfOne} characters.`);
  }
}
