import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { listCosts } from './costs.ts';
import { diffQuestion } from './diff.ts';
import { addProviderCommands } from './provider-commands.ts';
import { showProviders } from './providers.ts';
import { purgeKept } from './purge-kept.ts';
import { rehearse } from './rehearse.ts';
import { verifyLedger } from './verify-ledger.ts';

/** Language models behind the gateway: who has them, and what they cost. */
export function addLlmCommands(program: Command, context: Context, report: Report): void {
  const llm = program.command('llm').description('Language models behind a running Signet.');
  addProviderCommands(llm, context, report);
  withExamples(
    withServer(llm.command('providers'))
      .description('Show how each key of a provider stands in each gateway process; never a key.')
      .action((options) => showProviders(context, options)),
    'signet llm providers',
  );
  withExamples(
    withServer(llm.command('costs'))
      .description(
        'Sum what language models cost by a label: model, route, subject, client, a claim or a tag.',
      )
      .requiredOption('--by <label>', 'the label, such as team')
      .option('--since <duration>', 'of so long at most, such as 30d (30d)')
      .option('--limit <number>', 'how many sums, up to 1000 (100)')
      .option('--csv', 'as comma-separated values, for a spreadsheet')
      .action((options) => listCosts(context, options)),
    'signet llm costs --by team --since 30d',
    'signet llm costs --by model --csv',
  );
  withExamples(
    llm
      .command('diff <file>')
      .description('Tell what a question would lose on its way to a model; nobody is asked.')
      .requiredOption('--to <model>', 'a name in llm.models, PROVIDER/MODEL, or KIND/MODEL')
      .option('--from <protocol>', 'chat, responses, anthropic or gemini (by its members)')
      .option('--config <file>', 'the configuration in which the model is named')
      .option('--json', 'answer in JSON')
      .action(async (file, options) => report(await diffQuestion(context, file, options))),
    'signet llm diff request.json --to anthropic/claude-sonnet-4-5',
    'signet llm diff request.json --to claude --config signet.yaml',
  );
  withExamples(
    withServer(llm.command('rehearse'))
      .description(
        'Ask another model what a route was asked, and judge its answers beside those that there were.',
      )
      .requiredOption('--route <id>', 'a route that keeps bodies')
      .requiredOption('--to <model>', 'a name in llm.models, or PROVIDER/MODEL of one added by command')
      .option('--since <duration>', 'of so long at most, such as 24h (24h)')
      .option('--most <amount...>', 'what all of it may cost, such as 5 USD (1 USD)')
      .option('--limit <number>', 'how many cases, from the newest, up to 1000 (100)')
      .option('--csv', 'as comma-separated values, for a spreadsheet')
      .action(async (options) => report(await rehearse(context, options))),
    'signet llm rehearse --route models --to claude --since 24h',
    'signet llm rehearse --route models --to claude --most 5 USD --csv',
  );
  const kept = llm.command('kept').description('What routes keep of questions to models and their answers.');
  withExamples(
    withServer(kept.command('purge'))
      .description('Forget all that a route keeps, before its time.')
      .requiredOption('--route <id>', 'the route')
      .action((options) => purgeKept(context, options)),
    'signet llm kept purge --route models',
  );
  const ledger = llm.command('ledger').description('The ledger of what was reserved and spent.');
  withExamples(
    withServer(ledger.command('verify'))
      .description(
        'Say whether all that was reserved was settled or released, and every budget counts what was booked.',
      )
      .action(async (options) => report(await verifyLedger(context, options))),
    'signet llm ledger verify',
  );
}
