import { safeText } from '../terminal/safe-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Line, readLines } from './read-lines.ts';

/** Lines at work at the same time: enough to keep every core busy with cryptography, few enough to hold. */
const mostAtWork = 64;

/**
 * Answers each line of standard input with one line, in the same order, each as soon as it and all before it
 * are known. Reads on only as fast as the answers are taken. `answer` must not reject.
 */
export async function answerLines(
  { input, out, drained }: Pick<Terminal, 'input' | 'out' | 'drained'>,
  answer: (line: Line) => Promise<string>,
): Promise<void> {
  const atWork: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  for await (const line of readLines(input)) {
    last = writeAfter(last, answer(line));
    atWork.push(last);
    if (atWork.length >= mostAtWork) await atWork.shift();
  }
  await last;

  async function writeAfter(previous: Promise<void>, answered: Promise<string>): Promise<void> {
    await previous;
    out(`${safeText(await answered)}\n`);
    await drained();
  }
}
