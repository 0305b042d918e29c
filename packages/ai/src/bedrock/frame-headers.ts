/** How long a value of each type is; those of bytes and of text say it before themselves. */
const lengths: Readonly<Record<number, number>> = { 0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16 };
const ofBytes = 6;
const ofText = 7;

/** So many are read; AWS sends three. */
const mostHeaders = 64;

/**
 * The headers of a frame whose values are texts; others are passed over.
 * @throws RangeError where they end in the middle of one, or are too many; TypeError for a type that there is not, or a name that comes twice
 */
export function readHeaders(bytes: Uint8Array): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  const reader = new HeaderReader(bytes);
  for (let count = 0; !reader.over; count += 1) {
    if (count >= mostHeaders) throw new RangeError('A frame has too many headers.');
    const name = reader.text(reader.number(1));
    const type = reader.number(1);
    if (headers.has(name)) throw new TypeError('A frame has a header twice.');
    if (type === ofText) headers.set(name, reader.text(reader.number(2)));
    else if (type === ofBytes) reader.skip(reader.number(2));
    else reader.skip(lengthOf(type));
  }
  return headers;
}

function lengthOf(type: number): number {
  const length = lengths[type];
  if (length === undefined) throw new TypeError('A frame has a header of a type that there is not.');
  return length;
}

class HeaderReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get over(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(length: 1 | 2): number {
    const bytes = this.#take(length);
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  }

  text(length: number): string {
    return this.#decoder.decode(this.#take(length));
  }

  skip(length: number): void {
    this.#take(length);
  }

  #take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('A header of a frame goes beyond its end.');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }
}
