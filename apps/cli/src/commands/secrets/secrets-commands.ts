import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { checkSecrets } from './check.ts';
import { listSecrets } from './list.ts';
import { refreshSecrets } from './refresh.ts';

/** The secrets that signet.yaml leads to. */
export function addSecretsCommands(program: Command, context: Context, report: Report): void {
  const secrets = program.command('secrets').description('The secrets that signet.yaml leads to.');
  withExamples(
    withServer(secrets.command('list'))
      .description('Show where each is, how old it is and what went wrong; never one of them.')
      .action((options) => listSecrets(context, options)),
    'signet secrets list',
  );
  withExamples(
    withServer(secrets.command('check').argument('[file]', 'configuration (that of the data folder)'))
      .description('Read each from here, as a start would, and start nothing.')
      .action(async (file, options) => report(await checkSecrets(context, file, options))),
    'signet secrets check signet.yaml',
  );
  withExamples(
    withServer(secrets.command('refresh'))
      .description('Let the server read them again, in place of waiting for the schedule.')
      .option('--end-overlap', 'take what was before no longer, because others have it')
      .action(async (options) => report(await refreshSecrets(context, options))),
    'signet secrets refresh',
    'signet secrets refresh --end-overlap',
  );
}
