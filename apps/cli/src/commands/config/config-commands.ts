import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { applyConfiguration } from './apply.ts';
import { checkConfiguration } from './check.ts';
import { coverConfiguration } from './coverage.ts';
import { diffConfiguration } from './diff.ts';
import { exportConfiguration } from './export.ts';
import { listConfigurations } from './history.ts';
import { importOpenApi } from './import.ts';
import { rollBackConfiguration } from './rollback.ts';
import { tryConfiguration } from './try.ts';

/** The configuration: looked at without a server, and what gateways of a running one follow. */
export function addConfigCommands(program: Command, context: Context, report: Report): void {
  const config = program.command('config').description('The configuration.');
  addReading(config, context, report);
  addChanging(config, context, report);
}

function addReading(config: Command, context: Context, report: Report): void {
  withExamples(
    config
      .command('check')
      .argument('[file]', 'file to check (signet.yaml in the data folder)')
      .description('Check a configuration without starting anything.')
      .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
      .option('--json', 'answer in JSON')
      .action(async (file, options) => report(await checkConfiguration(context, file, options))),
    'signet config check signet.yaml',
  );
  withExamples(
    config
      .command('coverage')
      .argument('[file]', 'file to read (signet.yaml in the data folder)')
      .description('Show which requests routes take, and what each asks for.')
      .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
      .option('--json', 'answer in JSON')
      .action(async (file, options) => report(await coverConfiguration(context, file, options))),
    'signet config coverage signet.yaml',
  );
  withExamples(
    config
      .command('import-openapi')
      .argument('<file>', 'OpenAPI 3 description, JSON or YAML')
      .description('Print the routes that an OpenAPI description comes to.')
      .requiredOption('--upstream <name>', 'where their requests go, a name in upstreams')
      .option('--issuer <name>', 'whose tokens they take, a name in issuers', 'house')
      .option('--audience <text>', 'what the tokens must be made for')
      .option('--validate', 'hold parameters and bodies against the description')
      .option('--json', 'answer in JSON')
      .action(async (file, options) => report(await importOpenApi(context, file, options))),
    'signet config import-openapi openapi.yaml --upstream orders',
    'signet config import-openapi openapi.yaml --upstream orders --validate',
  );
}

function addChanging(config: Command, context: Context, report: Report): void {
  withExamples(
    withServer(config.command('diff').argument('<file>', 'file whose gateway part would be applied'))
      .description('Say what the gateways of the running server would do otherwise; change nothing.')
      .action(async (file, options) => report(await diffConfiguration(context, file, options))),
    'signet config diff signet.yaml',
  );
  withExamples(
    withServer(config.command('try').argument('<file>', 'draft whose gateway part is tried'))
      .description('Say which recorded calls a draft would decide otherwise; exits with 1 if any.')
      .option('--since <duration>', 'calls of so long at most, such as 7d (24h)')
      .action(async (file, options) => report(await tryConfiguration(context, file, options))),
    'signet config try draft.yaml --since 24h',
  );
  withExamples(
    withServer(config.command('apply').argument('<file>', 'file whose gateway part is applied'))
      .description('Let the gateways of all nodes follow a file, in the place of what they follow now.')
      .option('--dry-run', 'say what would change, and change nothing')
      .option('--if-match <etag>', 'only in the place of this one, as `export --json` tells it')
      .option('--open <route>', 'route that may be opened to everyone where a token was asked for', collect)
      .option('--switch <model>', 'model that may ask another whatever tests of prompts say', collect)
      .action(async (file, options) => report(await applyConfiguration(context, file, options))),
    'signet config apply signet.yaml --dry-run',
    'signet config apply signet.yaml',
  );
  withExamples(
    withServer(config.command('export'))
      .description('Print what the gateways follow, as a file that can be applied.')
      .option('--number <number>', 'what was applied under this number instead')
      .action((options) => exportConfiguration(context, options)),
    'signet config export > gateways.yaml',
  );
  withExamples(
    withServer(config.command('history'))
      .description('Show what was applied, by whom and when, and what it changed.')
      .option('--limit <number>', 'how many of the newest (20)')
      .action((options) => listConfigurations(context, options)),
    'signet config history',
  );
  withExamples(
    withServer(
      config.command('rollback').argument('<number>', 'one of the history; 0: signet.yaml counts again'),
    )
      .description('Apply one of the history again.')
      .option('--open <route>', 'route that may be opened to everyone where a token was asked for', collect)
      .option('--switch <model>', 'model that may ask another whatever tests of prompts say', collect)
      .action((number, options) => rollBackConfiguration(context, number, options)),
    'signet config rollback 3',
    'signet config rollback 0',
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
