import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { purgeAnswers } from './purge.ts';

/** What gateways keep of answers. */
export function addCacheCommands(program: Command, context: Context, report: Report): void {
  const cache = program.command('cache').description('What gateways keep of answers.');
  withExamples(
    withServer(cache.command('purge'))
      .description('Let every gateway of the server, and of its gateway nodes, forget what a route keeps.')
      .requiredOption('--route <id>', 'the route, as signet.yaml calls it')
      .option('--path <path>', 'only this path, with whatever query and whoever asked')
      .action(async (options) => report(await purgeAnswers(context, options))),
    'signet cache purge --route orders',
    'signet cache purge --route orders --path /orders/7',
  );
}
