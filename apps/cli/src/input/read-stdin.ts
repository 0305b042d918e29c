import type { Readable } from 'node:stream';
import { usageFailure } from '../failure.ts';
import { decodeText } from './decode-text.ts';
import { longestToken } from './longest-token.ts';

/**
 * Everything on standard input, without the white space around it.
 * @throws CommandFailure when it is longer than 1 MiB or not UTF-8
 */
export async function readAll(input: Readable): Promise<string> {
  return decodeText(await readAllBytes(input), 'Standard input').trim();
}

/** As `readAll`, to the last byte and of any kind. */
export async function readAllBytes(input: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of input) {
    const bytes = Buffer.from(piece);
    length += bytes.length;
    if (length > longestToken) throw tooLong();
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

function tooLong(): Error {
  return usageFailure({
    sentence: 'Standard input is too long.',
    expected: 'at most 1 MiB',
    actual: 'more',
    fix: 'Check what is piped into the command.',
  });
}
