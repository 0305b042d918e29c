import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../terminal/terminal.ts';
import { openPasswordPrompt } from './ask-password.ts';

function terminalWith(typed: readonly string[] | undefined, piped = '') {
  const shown: string[] = [];
  const raw: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: typed !== undefined,
    setRawMode: (on: boolean) => raw.push(on),
  });
  /** Whether the terminal kept to itself what is typed, whenever something was shown. */
  const hidden: boolean[] = [];
  const sink = (text: string) => {
    shown.push(text);
    hidden.push(raw.at(-1) === true);
  };
  const terminal = {
    ...openTerminal({ input, out: process.stdout, err: process.stderr, environment: {} }),
    err: sink,
  };
  if (typed === undefined) input.end(piped);
  return { terminal, shown, raw, hidden, type: () => void input.write(typed?.join('') ?? '') };
}

describe('asking for a password', () => {
  it('shows nothing of what is typed on a terminal, and leaves the terminal as it was', async () => {
    const { terminal, shown, raw, hidden, type } = terminalWith(['hunterr', '\u007f', '2\r']);
    const answer = openPasswordPrompt(terminal)('Password: ');
    type();
    expect(await answer).toBe('hunter2');
    expect(shown).toEqual(['Password: ', '\n']);
    expect(hidden).toEqual([true, false]);
    expect(raw).toEqual([true, false]);
  });

  it('stops on Ctrl C', async () => {
    const { terminal, raw, type } = terminalWith(['hun', '\u0003']);
    const answer = openPasswordPrompt(terminal)('Password: ');
    type();
    await expect(answer).rejects.toThrow('nothing was sent');
    expect(raw).toEqual([true, false]);
  });

  it('takes one line of standard input for each question elsewhere', async () => {
    const ask = openPasswordPrompt(terminalWith(undefined, 'one\r\ntwo\n').terminal);
    expect([await ask(''), await ask(''), await ask('')]).toEqual(['one', 'two', '']);
  });
});
