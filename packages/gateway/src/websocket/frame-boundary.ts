/** The first two bytes of a frame, the length behind them, and the mask (RFC 6455 §5.2). */
const shortHead = 2;
const maskBytes = 4;

/** Follows the frames of a WebSocket as they pass, so that one more can be put between two of them. */
export class FrameBoundary {
  /** Of the frame's payload, still to come. */
  #payload = 0;
  #head = Buffer.alloc(0);

  /** Nothing of a frame has passed of which the rest has not. */
  get isBetween(): boolean {
    return this.#payload === 0 && this.#head.length === 0;
  }

  pass(piece: Buffer): void {
    let rest = piece;
    while (rest.length > 0) {
      if (this.#payload > 0) {
        const taken = Math.min(this.#payload, rest.length);
        this.#payload -= taken;
        rest = rest.subarray(taken);
        continue;
      }
      const needed = headLength(this.#head, rest);
      this.#head = Buffer.concat([this.#head, rest.subarray(0, needed)]);
      rest = rest.subarray(needed);
      if (this.#head.length >= shortHead && this.#head.length === wholeLength(this.#head)) this.#begin();
    }
  }

  #begin(): void {
    const length = (this.#head[1] ?? 0) & 0x7f;
    // No frame is longer than this (§5.2); what is wrong with one is for the other end to find.
    const long = () => Number(this.#head.readBigUInt64BE(2) & 0x7fff_ffff_ffff_ffffn);
    this.#payload = length === 127 ? long() : length === 126 ? this.#head.readUInt16BE(2) : length;
    this.#head = Buffer.alloc(0);
  }
}

/** How many bytes of `rest` the head still takes, as far as is known yet. */
function headLength(head: Buffer, rest: Buffer): number {
  if (head.length < shortHead) return Math.min(shortHead - head.length, rest.length);
  return Math.min(wholeLength(head) - head.length, rest.length);
}

/** Of a head whose first two bytes are known. */
function wholeLength(head: Buffer): number {
  const second = head[1] ?? 0;
  const length = second & 0x7f;
  const extended = length === 127 ? 8 : length === 126 ? 2 : 0;
  return shortHead + extended + (second & 0x80 ? maskBytes : 0);
}
