import type { Command } from 'commander';
import { bashCompletion } from '../completion/bash.ts';
import { type CommandRow, commandTable } from '../completion/command-table.ts';
import { fishCompletion } from '../completion/fish.ts';
import { type Shell, shells } from '../completion/shells.ts';
import { zshCompletion } from '../completion/zsh.ts';
import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';

const writers: Readonly<Record<Shell, (table: readonly CommandRow[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Prints what makes a shell complete the words of `signet`. */
export function completion({ terminal }: Context, name: string, program: Command): void {
  const shell = shells.find((known) => known === name);
  if (shell === undefined) {
    throw usageFailure({
      sentence: 'There is no completion for this shell.',
      expected: `one of ${shells.join(', ')}`,
      actual: name.slice(0, 40),
      fix: 'Choose one of them.',
    });
  }
  terminal.out(writers[shell](commandTable(program)));
}
