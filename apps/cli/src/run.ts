import { type Command, CommanderError } from 'commander';
import { createContext } from './context.ts';
import { type CommandFailure, type ExitCode, toFailure, usageFailure } from './failure.ts';
import { createProgram, isHelp } from './program.ts';
import { paintWith } from './terminal/palette.ts';
import { failureText } from './terminal/print-failure.ts';
import { safeText } from './terminal/safe-text.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Everything the command knows of the outside. */
export interface Call {
  /** Without the program's own name. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Runs one command and answers its exit code: 0 yes, 1 no, 2 not understood, 3 done and not heard of everywhere. What nobody foresaw is thrown. */
export async function run({ words, environment, terminal, clock }: Call): Promise<ExitCode> {
  const context = createContext(terminal, environment, clock);
  let code: ExitCode = 0;
  const program = createProgram(context, (reported) => {
    code = reported;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (isHelp(error)) return 0;
    const failure =
      error instanceof CommanderError ? misused(error, commandsAt(program, words)) : toFailure(error);
    printFailure(terminal, failure, words.includes('--json'));
    return failure.exitCode;
  }
}

/** The commands that could have gone on from the words that were understood. */
function commandsAt(program: Command, words: readonly string[]): readonly string[] {
  const next = program.commands.find((command) => command.name() === words[0]);
  if (next === undefined) return program.commands.map((command) => command.name());
  return commandsAt(next, words.slice(1));
}

function misused(error: CommanderError, commands: readonly string[]): CommandFailure {
  const [first = '', hint = ''] = error.message.replace(/^error: /, '').split('\n');
  const sentence = first.replace(/^./, (letter) => letter.toUpperCase()).replace(/\.?$/, '.');
  const help = 'See `signet --help`, or `--help` after the command.';
  const isCommand = error.code === 'commander.help' || error.code === 'commander.unknownCommand';
  return usageFailure({
    ...(isCommand && commands.length > 0 ? { expected: `one of ${commands.join(', ')}` } : {}),
    sentence: error.code === 'commander.help' ? 'A command is missing.' : sentence,
    fix: hint === '' ? help : `${hint.replace(/^\((.*)\)$/, '$1')} ${help}`,
  });
}

function printFailure(terminal: Terminal, { parts }: CommandFailure, json: boolean): void {
  terminal.err(
    json
      ? `${safeText(JSON.stringify({ error: parts }))}\n`
      : failureText(parts, paintWith(terminal.colourErr), terminal.width),
  );
}
