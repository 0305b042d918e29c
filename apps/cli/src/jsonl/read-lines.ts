import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** One line without its end, or word of one that was too long to be kept. */
export type Line = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'too-long' };

/** Characters of the longest line that is read. */
export const longestLine: number = 4 * 1024 * 1024;

/** The lines of a stream, one at a time; never holds more than one of them and a chunk. Blank lines are left out. */
export async function* readLines(input: Readable, longest: number = longestLine): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let held = '';
  let skipping = false;
  for await (const chunk of input) {
    const parts = decoder.write(chunk).split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      yield* line(held + part, skipping || held.length + part.length > longest);
      held = '';
      skipping = false;
    }
    skipping ||= held.length + rest.length > longest;
    held = skipping ? '' : held + rest;
  }
  yield* line(held + decoder.end(), skipping);
}

function* line(text: string, tooLong: boolean): Generator<Line> {
  if (tooLong) yield { kind: 'too-long' };
  else if (text.trim() !== '') yield { kind: 'line', text };
}
