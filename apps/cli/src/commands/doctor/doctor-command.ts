import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { doctor } from './doctor.ts';

/** Whether a route stands what is sent at it. */
export function addDoctorCommand(program: Command, context: Context, report: Report): void {
  withExamples(
    program
      .command('doctor')
      .argument('[file]', 'configuration to look at (what the running server follows, else signet.yaml)')
      .description('Send crooked requests through a route, and say what came through.')
      .requiredOption('--route <id>', 'route to look at')
      .option('--path <path>', 'path to call (one that the route takes)')
      .option('--claims <file>', 'claims as JSON that tokens carry besides, such as its conditions ask for')
      .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
      .option('--json', 'answer in JSON')
      .action(async (file, options) => report(await doctor(context, file, options))),
    'signet doctor --route orders',
    'signet doctor draft.yaml --route orders --claims claims.json',
  );
}
