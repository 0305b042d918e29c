import type { Command } from 'commander';

/** Examples under the help of a command; `\n` begins a line that goes on with it. */
export function withExamples(command: Command, ...examples: readonly string[]): Command {
  const title = examples.length === 1 ? 'Example' : 'Examples';
  return command.addHelpText(
    'after',
    `\n${title}:\n${examples.map((each) => `  ${each.replaceAll('\n', '\n      ')}`).join('\n')}`,
  );
}
