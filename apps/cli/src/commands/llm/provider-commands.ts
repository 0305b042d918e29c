import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { addModelProvider } from './add.ts';
import { listModelProviders } from './list.ts';
import { removeModelProvider } from './remove.ts';
import { testModelProvider } from './test-key.ts';

/** `signet llm provider`. */
export function addProviderCommands(llm: Command, context: Context, report: Report): void {
  const provider = llm
    .command('provider')
    .description('Who has models: providers whose key is given here, and kept sealed.');
  withExamples(
    withServer(provider.command('add').argument('<name>', 'what stands before the / in names of models'))
      .description('Add one, or give it another key; the key is asked for, or the first line that comes in.')
      .option('--kind <provider-kind>', 'what is spoken with it (its name, where that is a kind)')
      .option('--url <url>', 'where it answers (where its kind usually does)')
      .action((name, options) => addModelProvider(context, name, options)),
    'signet llm provider add openai',
    'signet llm provider add near --kind vllm --url http://127.0.0.1:8000/v1',
  );
  withExamples(
    withServer(provider.command('list'))
      .description('Show those that were added, never a key.')
      .action((options) => listModelProviders(context, options)),
    'signet llm provider list',
  );
  withExamples(
    withServer(provider.command('test').argument('<name>', 'one of the list'))
      .description('Ask it for the list of its models, by its key.')
      .action(async (name, options) => report(await testModelProvider(context, name, options))),
    'signet llm provider test openai',
  );
  withExamples(
    withServer(provider.command('remove').argument('<name>', 'one of the list'))
      .description('Forget it and its key; no gateway asks it any more.')
      .action((name, options) => removeModelProvider(context, name, options)),
    'signet llm provider remove openai',
  );
}
