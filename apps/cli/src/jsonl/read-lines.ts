import type { Readable } from 'node:stream';
import { decodeUtf8 } from '@signet/token/parse';

/** One line without its end, or word of one that was too long to be kept or is no text. */
export type Line =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'not-text' };

/** Bytes of the longest line that is read. */
export const longestLine: number = 4 * 1024 * 1024;

/** The lines of a stream, one at a time; never holds more than one of them and a chunk. Blank lines are left out. */
export async function* readLines(input: Readable, longest: number = longestLine): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      yield* line([...held, bytes.subarray(start, end)], length + end - start > longest);
      [held, length, start] = [[], 0, end + 1];
    }
    length += bytes.length - start;
    if (length > longest) held = [];
    else held.push(bytes.subarray(start));
  }
  yield* line(held, length > longest);
}

const lineFeed = 0x0a;

/** RFC 8259 §8.1: a line that is no UTF-8 is none, for in a secret another byte makes another secret. */
function* line(pieces: readonly Buffer[], tooLong: boolean): Generator<Line> {
  if (tooLong) return yield { kind: 'too-long' };
  const text = decodeUtf8(Buffer.concat(pieces));
  if (text === undefined) yield { kind: 'not-text' };
  else if (text.trim() !== '') yield { kind: 'line', text };
}
