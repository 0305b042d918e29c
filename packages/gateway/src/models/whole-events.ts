/** Bytes of a stream up to the last event that is whole: half of one is kept back until the rest is there. */
export class WholeEvents {
  #rest: Buffer = Buffer.alloc(0);

  take(piece: Buffer): Buffer {
    const all = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const end = Math.max(endOf(all, '\n\n'), endOf(all, '\r\n\r\n'));
    this.#rest = Buffer.from(all.subarray(end));
    return all.subarray(0, end);
  }

  /** What no empty line ended. */
  rest(): Buffer {
    return this.#rest;
  }
}

function endOf(bytes: Buffer, separator: string): number {
  const at = bytes.lastIndexOf(separator);
  return at === -1 ? 0 : at + separator.length;
}
