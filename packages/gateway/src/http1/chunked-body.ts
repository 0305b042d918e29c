import { MalformedResponse } from './malformed-response.ts';
import { readFieldLine } from './response-head.ts';

const lineLimit = 4096;
const trailerLimit = 16 * 1024;
/** `chunk-size [ chunk-ext ]` of RFC 9112 §7.1; extensions are read over, sizes stay exact integers. */
const sizeLine = /^([0-9A-Fa-f]{1,12})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/;

type State = 'size' | 'data' | 'data-end' | 'trailer' | 'done';

/** Takes a chunked body apart, strictly: lines end in CRLF, nothing else does. */
export class ChunkedBody {
  /** The fields behind the body: name, value, name, value … Complete when `done`. */
  readonly trailers: string[] = [];
  #state: State = 'size';
  #line = '';
  #remaining = 0;
  #trailerBytes = 0;

  get done(): boolean {
    return this.#state === 'done';
  }

  /**
   * Reads from `bytes` beginning at `offset` and hands each piece of the body to `deliver`.
   * @returns the offset behind what was read: the end of `bytes`, or of the body if it is `done`.
   * @throws MalformedResponse
   */
  read(bytes: Buffer, offset: number, deliver: (piece: Buffer) => void): number {
    let at = offset;
    while (at < bytes.length && this.#state !== 'done') {
      at = this.#state === 'data' ? this.#readData(bytes, at, deliver) : this.#readLine(bytes, at);
    }
    return at;
  }

  #readData(bytes: Buffer, at: number, deliver: (piece: Buffer) => void): number {
    const end = Math.min(at + this.#remaining, bytes.length);
    this.#remaining -= end - at;
    if (this.#remaining === 0) this.#state = 'data-end';
    deliver(bytes.subarray(at, end));
    return end;
  }

  #readLine(bytes: Buffer, at: number): number {
    const feed = bytes.indexOf(10, at);
    const end = feed === -1 ? bytes.length : feed + 1;
    this.#line += bytes.toString('latin1', at, end);
    if (this.#line.length > lineLimit)
      throw new MalformedResponse('has an overlong line in its chunked body');
    if (feed === -1) return end;
    if (!this.#line.endsWith('\r\n'))
      throw new MalformedResponse('ends a line of its chunked body without CR');
    const line = this.#line.slice(0, -2);
    this.#line = '';
    this.#endLine(line);
    return end;
  }

  #endLine(line: string): void {
    if (this.#state === 'size') {
      this.#beginChunk(line);
      return;
    }
    if (this.#state === 'data-end') {
      if (line !== '') throw new MalformedResponse('has a chunk longer than its size');
      this.#state = 'size';
      return;
    }
    this.#trailerBytes += line.length;
    if (this.#trailerBytes > trailerLimit) throw new MalformedResponse('has overlong trailers');
    if (line === '') {
      this.#state = 'done';
      return;
    }
    const { name, value } = readFieldLine(line);
    this.trailers.push(name, value);
  }

  #beginChunk(line: string): void {
    const size = sizeLine.exec(line);
    if (size === null) throw new MalformedResponse('has a chunk without a proper size');
    this.#remaining = Number.parseInt(size[1] as string, 16);
    this.#state = this.#remaining === 0 ? 'trailer' : 'data';
  }
}
