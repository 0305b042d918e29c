import { crc32 } from 'node:zlib';
import type { ServerEvent } from '../sse/read-events.ts';
import { readHeaders } from './frame-headers.ts';

/** Lengths of a frame and of its headers, and a checksum of both. */
const preludeLength = 12;
const checksumLength = 4;
const leastFrame = preludeLength + checksumLength;

export interface FrameBounds {
  /** Bytes of one frame, with all that is around its content. */
  readonly mostOfOne: number;
}

const usual: FrameBounds = { mostOfOne: 8 * 1024 * 1024 };

/** Before the name of an exception, which no event has. */
export const exceptionMark = 'exception:';

/**
 * Reads frames of `application/vnd.amazon.eventstream` out of bytes that are cut anywhere: each as an event, named by its type. Both
 * checksums must be right before anything of a frame is believed, its length too.
 */
export class FrameReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #bounds: FrameBounds;
  #pieces: Uint8Array[] = [];
  #held = 0;
  #broken = false;

  constructor(bounds: FrameBounds = usual) {
    this.#bounds = bounds;
  }

  /**
   * The events that these bytes complete, in order.
   * @throws RangeError for a frame that is too large or whose lengths cannot be; TypeError for one that does not say what it is
   */
  read(bytes: Uint8Array): readonly ServerEvent[] {
    if (this.#broken) throw new TypeError('Nothing can be read behind a frame that is broken.');
    this.#pieces.push(bytes);
    this.#held += bytes.length;
    this.#broken = true;
    const events = this.#whole();
    this.#broken = false;
    return events;
  }

  /** Something has begun that is not whole: the stream was cut. */
  get unfinished(): boolean {
    return this.#held > 0;
  }

  #whole(): readonly ServerEvent[] {
    const events: ServerEvent[] = [];
    for (;;) {
      const length = this.#nextLength();
      if (length === undefined || this.#held < length) return events;
      const all = this.#together();
      const event = this.#event(all.subarray(0, length));
      if (event !== undefined) events.push(event);
      const rest = all.subarray(length);
      this.#pieces = rest.length === 0 ? [] : [rest];
      this.#held = rest.length;
    }
  }

  /** Undefined while not even that is there. */
  #nextLength(): number | undefined {
    if (this.#held < preludeLength) return undefined;
    const [first = this.#together()] = this.#pieces;
    const prelude = view(first.length < preludeLength ? this.#together() : first);
    if (crc32(bytesOf(prelude, 0, 8)) !== prelude.getUint32(8))
      throw new TypeError('The checksum of the beginning of a frame is wrong.');
    const length = prelude.getUint32(0);
    const headers = prelude.getUint32(4);
    if (length < leastFrame || headers > length - leastFrame || length > this.#bounds.mostOfOne)
      throw new RangeError('The lengths of a frame cannot be.');
    return length;
  }

  #together(): Uint8Array {
    const all =
      this.#pieces.length === 1 ? (this.#pieces[0] ?? new Uint8Array()) : Buffer.concat(this.#pieces);
    this.#pieces = [all];
    return all;
  }

  /** Undefined for one that brings nothing. */
  #event(frame: Uint8Array): ServerEvent | undefined {
    const bytes = view(frame);
    const end = frame.length - checksumLength;
    if (crc32(frame.subarray(0, end)) !== bytes.getUint32(end))
      throw new TypeError('The checksum of a frame is wrong.');
    const until = preludeLength + bytes.getUint32(4);
    const headers = readHeaders(frame.subarray(preludeLength, until));
    const data = this.#decoder.decode(frame.subarray(until, end));
    return eventOf(headers, data);
  }
}

function eventOf(headers: ReadonlyMap<string, string>, data: string): ServerEvent | undefined {
  const kind = headers.get(':message-type');
  if (kind === 'event') return { name: headers.get(':event-type') ?? '', data };
  if (kind === 'exception') return { name: `${exceptionMark}${headers.get(':exception-type') ?? ''}`, data };
  if (kind !== 'error') throw new TypeError('A frame does not say what it is.');
  const message = headers.get(':error-message') ?? '';
  return { name: `${exceptionMark}${headers.get(':error-code') ?? ''}`, data: JSON.stringify({ message }) };
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function bytesOf(of: DataView, from: number, to: number): Uint8Array {
  return new Uint8Array(of.buffer, of.byteOffset + from, to - from);
}
