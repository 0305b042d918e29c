import { CommandFailure } from '../failure.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readAll } from './read-stdin.ts';

/** Asks for one password after the other. */
export type AskPassword = (question: string) => Promise<string>;

/** On a terminal nothing of what is typed is shown; elsewhere each question takes the next line of standard input. */
export function openPasswordPrompt(terminal: Terminal): AskPassword {
  if (terminal.input.isTTY === true) return (question) => askHidden(question, terminal);
  let lines: Promise<string[]> | undefined;
  return async () => {
    lines ??= readAll(terminal.input).then((text) => text.split(/\r?\n/));
    return (await lines).shift() ?? '';
  };
}

async function askHidden(question: string, terminal: Terminal): Promise<string> {
  // First of all: whoever is quick, as a script is, would see what was typed.
  terminal.input.setRawMode?.(true);
  terminal.err(question);
  try {
    return await typedLine(terminal);
  } finally {
    terminal.input.setRawMode?.(false);
    terminal.input.pause();
    terminal.err('\n');
  }
}

function typedLine({ input }: Terminal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let typed = '';
  const take = (data: Buffer | string) => {
    for (const key of String(data)) {
      if (key === '\r' || key === '\n' || key === endOfInput) return resolve(typed);
      if (key === interrupt) return reject(new CommandFailure({ sentence: 'Stopped; nothing was sent.' }));
      typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
    }
  };
  input.on('data', take);
  return promise.finally(() => input.off('data', take));
}

/** Ctrl D and Ctrl C as they come in raw mode. */
const endOfInput = '\u0004';
const interrupt = '\u0003';
