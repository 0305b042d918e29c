import { usageFailure } from '../failure.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readAll } from './read-stdin.ts';

/**
 * The token to look at: from standard input, or from the command line with a warning, because that lands in the
 * shell's history. A pasted `Bearer ` in front is taken off.
 */
export async function readToken(argument: string | undefined, terminal: Terminal): Promise<string> {
  if (argument !== undefined) terminal.err(historyWarning);
  else if (terminal.input.isTTY === true) terminal.err('Paste the token, then press Enter and Ctrl D.\n');
  const text = (argument ?? (await readAll(terminal.input))).trim().replace(/^bearer\s+/i, '');
  if (text !== '') return text;
  throw usageFailure({
    sentence: 'No token came.',
    expected: 'a token on standard input',
    actual: 'nothing',
    fix: 'Pipe it in, such as `signet token decode < token.txt`.',
  });
}

const historyWarning =
  '! Warning  A token on the command line lands in the history of the shell and in the list of processes. Pipe it in instead.\n';
