import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { hashPassword } from './hash.ts';

/** Programs that show a name and a password to routes of the gateway. */
export function addMachineCommands(program: Command, context: Context): void {
  const machine = program
    .command('machine')
    .description('Programs that show a name and a password to routes of the gateway.');
  withExamples(
    machine
      .command('hash')
      .description(
        'Make the hash of a password for `machines`; it is asked for, or the first line that comes in.',
      )
      .option('--json', 'answer in JSON')
      .action((options) => hashPassword(context, options)),
    'signet machine hash',
    'openssl rand -base64 24 | tee password | signet machine hash > billing.hash',
  );
}
