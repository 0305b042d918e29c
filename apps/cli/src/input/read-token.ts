import { type FoundToken, unwrapToken } from '@signet/token/parse';
import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';
import { say, warn } from '../terminal/print-warning.ts';
import { readTextFile } from './read-file.ts';
import { readAll } from './read-stdin.ts';

/** Where a token may come from, beside standard input. */
export interface TokenSource {
  readonly file?: string;
  /** Given to see that standard input is not wanted twice. */
  readonly key?: string;
  /** Which token of a text with several, from 1. */
  readonly pick?: string;
}

/**
 * The token to look at: from a file, from standard input, or from the command line with a warning, because that
 * lands in the shell's history. What stood around it is taken off and named; its own characters stay as they came.
 */
export async function readToken(
  context: Context,
  argument: string | undefined,
  source: TokenSource = {},
): Promise<string> {
  const { token, removed } = await takeToken(context, argument, source);
  const told = removed.filter((what) => !untold.includes(what));
  if (told.length > 0) say(context, `Removed: ${told.join(', ')}`);
  return token;
}

/** The same, for an answer that names itself what was taken off. */
export async function takeToken(
  context: Context,
  argument: string | undefined,
  source: TokenSource = {},
): Promise<{ readonly token: string; readonly removed: readonly string[] }> {
  const unwrapped = unwrapToken(await readText(context, argument, source), 'around');
  const { tail = '', removed, choices } = unwrapped;
  const token = choices === undefined ? unwrapped.token + tail : pickOf(choices, source.pick);
  if (token !== '') return { token, removed };
  throw usageFailure({
    sentence: 'No token came.',
    expected: 'a token on standard input',
    actual: 'nothing',
    fix: 'Pipe it in, such as `signet token decode < token.txt`.',
  });
}

/** Every file ends with a line end, and every header has these words. */
const untold: readonly string[] = ['white space around the token', 'the word Bearer'];

/** Of several tokens the reader says which: none is verified in the place of another. */
function pickOf(choices: readonly FoundToken[], pick: string | undefined): string {
  const picked = pick !== undefined && /^[1-9]\d?$/.test(pick) ? choices[Number(pick) - 1] : undefined;
  if (picked !== undefined) return picked.token;
  const names = choices.map(({ name = 'without a name' }, index) => `${index + 1} ${name}`);
  throw usageFailure({
    sentence: 'Several tokens came.',
    expected: `--pick with a number from 1 to ${choices.length}`,
    actual: names.join(', '),
    fix: 'Say which, such as `--pick 1`, or give one alone.',
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
