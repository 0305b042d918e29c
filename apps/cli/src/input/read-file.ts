import { readFile, stat } from 'node:fs/promises';
import { usageFailure } from '../failure.ts';
import { decodeText } from './decode-text.ts';
import { longestToken } from './longest-token.ts';

/**
 * The text of a file, without a byte order mark.
 * @throws CommandFailure when it cannot be read, is no file, is longer than 1 MiB or not UTF-8
 */
export async function readTextFile(file: string): Promise<string> {
  return decodeText(await readBytes(file), `The file ${file}`);
}

/** As `readTextFile`, to the last byte and of any kind. */
export async function readBytes(file: string): Promise<Buffer<ArrayBuffer>> {
  const about = await stat(file).catch(() => undefined);
  if (about !== undefined && about.size > longestToken) throw tooLong(file);
  try {
    return await readFile(file);
  } catch {
    throw usageFailure({
      sentence: `The file ${file} cannot be read.`,
      expected: 'a file that you may read',
      fix: 'Check the name of the file.',
    });
  }
}

function tooLong(file: string): Error {
  return usageFailure({
    sentence: `The file ${file} is too long.`,
    expected: 'at most 1 MiB',
    actual: 'more',
    fix: 'Check the name of the file.',
  });
}
