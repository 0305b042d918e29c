import { type KeyWriting, readKeyFile } from '@signet/token/keys';
import type { Context } from '../context.ts';
import { printWarning } from '../terminal/print-warning.ts';
import { readBytes } from './read-file.ts';
import { readAllBytes } from './read-stdin.ts';

/**
 * The bytes of a key or secret in a file, or on standard input where no file or `-` is named. That it is no plain UTF-8
 * is said, because other programs may read it otherwise.
 */
export async function readKeyBytes(context: Context, file: string | undefined): Promise<Uint8Array> {
  const isInput = file === undefined || file === '-';
  const bytes = isInput ? await readAllBytes(context.terminal.input) : await readBytes(file);
  const read = readKeyFile(bytes);
  if (read.kind === 'text' && read.writing !== undefined && read.writing !== 'DER')
    printWarning(
      context,
      `${isInput ? 'Standard input' : `The file ${file}`} is ${writings[read.writing]}. Its text is taken; a program that takes its bytes reads another secret.`,
    );
  return bytes;
}

const writings: Readonly<Record<Exclude<KeyWriting, 'DER'>, string>> = {
  'UTF-8-BOM': 'UTF-8 with a byte order mark',
  'UTF-16LE': 'UTF-16 (little endian)',
  'UTF-16BE': 'UTF-16 (big endian)',
};
