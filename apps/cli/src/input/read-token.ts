import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';
import { warn } from '../terminal/print-warning.ts';
import { readTextFile } from './read-file.ts';
import { readAll } from './read-stdin.ts';

/** Where a token may come from, beside standard input. */
export interface TokenSource {
  readonly file?: string;
  /** Given to see that standard input is not wanted twice. */
  readonly key?: string;
}

/**
 * The token to look at: from a file, from standard input, or from the command line with a warning, because that
 * lands in the shell's history. A pasted `Bearer ` in front is taken off.
 */
export async function readToken(
  context: Context,
  argument: string | undefined,
  source: TokenSource = {},
): Promise<string> {
  const text = (await readText(context, argument, source)).trim().replace(/^bearer\s+/i, '');
  if (text !== '') return text;
  throw usageFailure({
    sentence: 'No token came.',
    expected: 'a token on standard input',
    actual: 'nothing',
    fix: 'Pipe it in, such as `signet token decode < token.txt`.',
  });
}

function readText(
  context: Context,
  argument: string | undefined,
  { file, key }: TokenSource,
): Promise<string> {
  if (argument !== undefined && file !== undefined) throw onlyOnce('one token, as --file or as a word');
  if (file !== undefined && file !== '-') return readTextFile(file);
  if (argument !== undefined) {
    warn(context, 'token');
    return Promise.resolve(argument);
  }
  if (key === '-') throw onlyOnce('a token in a file, when the key comes on standard input');
  const { terminal } = context;
  if (terminal.input.isTTY === true) terminal.err('Paste the token, then press Enter and Ctrl D.\n');
  return readAll(terminal.input);
}

function onlyOnce(expected: string): Error {
  return usageFailure({
    sentence: 'The token and the key cannot both come that way.',
    expected,
    fix: 'Name the file of the token with --file.',
  });
}
