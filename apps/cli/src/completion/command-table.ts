import type { Command } from 'commander';

/** What can stand after some words of the command line. */
export interface CommandRow {
  /** The words that name the command, such as `token verify`; empty for `signet` itself. */
  readonly at: string;
  readonly commands: readonly Described[];
  readonly options: readonly OptionRow[];
  /** What the first word that is no option stands for, such as `file`; absent where there is none. */
  readonly argument?: string;
}

export interface Described {
  readonly name: string;
  readonly description: string;
}

export interface OptionRow extends Described {
  /** What its value stands for, such as `file`; absent for an option without one. */
  readonly value?: string;
}

/**
 * Every command with its options, read from the very objects that parse the command line: a completion cannot offer
 * what is not there, nor leave out what is.
 */
export function commandTable(program: Command): readonly CommandRow[] {
  return rowsOf(program, []);
}

function rowsOf(command: Command, path: readonly string[]): readonly CommandRow[] {
  const [first] = command.registeredArguments;
  const argument = first === undefined ? {} : { argument: first.name() };
  const row: CommandRow = {
    at: path.join(' '),
    commands: command.commands.map((each) => ({ name: each.name(), description: each.description() })),
    options: [...command.options.map(optionRow), { name: '--help', description: 'show this help' }],
    ...argument,
  };
  return [row, ...command.commands.flatMap((each) => rowsOf(each, [...path, each.name()]))];
}

function optionRow({ long, flags, description }: Command['options'][number]): OptionRow {
  const value = /[<[]([\w-]+)/.exec(flags)?.[1];
  return { name: long ?? '', description, ...(value === undefined ? {} : { value }) };
}
