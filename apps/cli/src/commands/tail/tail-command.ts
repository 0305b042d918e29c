import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { tail } from './tail.ts';

/** What gateways decide, as it is decided. */
export function addTailCommand(program: Command, context: Context): void {
  withExamples(
    withServer(program.command('tail'))
      .description('Show what gateways decide, as they decide it, until Ctrl C.')
      .option('--route <id>', 'only requests that matched this route')
      .option('--verdict <verdict>', 'only forwarded, refused, failed, or a code such as token_expired')
      .option('--subject <id>', 'only of whom the token is')
      .option('--status <status>', 'only this status, such as 401, or this class, such as 4xx')
      .option('-n, --lines <number>', 'how many of the last ones first (10)')
      .option('--no-follow', 'only these, and end')
      .action((options) => tail(context, options)),
    'signet tail',
    'signet tail --verdict refused --route orders',
    'signet tail --status 5xx --no-follow --lines 50',
  );
}
