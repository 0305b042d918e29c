import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { addPrompt } from './add.ts';
import { diffPrompt } from './diff.ts';
import { listPrompts } from './list.ts';
import { publishPrompt, rollBackPrompt } from './publish.ts';
import { showPrompt } from './show.ts';
import { testPrompt } from './test.ts';

const versioned = 'a name with a version, such as summary@1.4';

/** Prompts that programs ask by name, in versions that never change. */
export function addPromptCommands(program: Command, context: Context, report: Report): void {
  const prompt = program
    .command('prompt')
    .description('Prompts that programs ask by name, in versions that never change.');
  addWriting(prompt, context, report);
  addCounting(prompt, context, report);
}

function addWriting(prompt: Command, context: Context, report: Report): void {
  withExamples(
    withServer(
      prompt.command('add').argument('<name>', 'what it is called').argument('<file>', 'the prompt, in JSON'),
    )
      .description('Keep a version of a prompt; nobody is given it before it is published.')
      .option('--major', 'a new major, where it breaks who asks the one before')
      .action((name, file, options) => addPrompt(context, name, file, options)),
    'signet prompt add summary summary.json',
  );
  withExamples(
    withServer(
      prompt.command('diff').argument('<name>', 'of the prompt').argument('<file>', 'the prompt, in JSON'),
    )
      .description(
        'Say what a file would change for who asks the newest version; exits with 1 if it breaks them.',
      )
      .action(async (name, file, options) => report(await diffPrompt(context, name, file, options))),
    'signet prompt diff summary summary.json',
  );
  withExamples(
    withServer(prompt.command('list'))
      .description('Show the prompts, and which version of each counts.')
      .action((options) => listPrompts(context, options)),
    'signet prompt list',
  );
  withExamples(
    withServer(
      prompt.command('show').argument('<name>', 'of the prompt, with a version for what it is made of'),
    )
      .description('Show the versions of a prompt and who published which, or what one is made of.')
      .option('--openapi', 'the version as an API, for clients that are generated')
      .action((name, options) => showPrompt(context, name, options)),
    'signet prompt show summary',
    'signet prompt show summary@1.4 > summary.json',
    'signet prompt show summary@1.4 --openapi > openapi.json',
  );
}

function addCounting(prompt: Command, context: Context, report: Report): void {
  withExamples(
    withServer(prompt.command('test').argument('<name>', versioned))
      .description('Ask the model of a version with the values of its tests; exits with 1 if one fails.')
      .action(async (name, options) => report(await testPrompt(context, name, options))),
    'signet prompt test summary@1.4',
  );
  withExamples(
    withServer(prompt.command('publish').argument('<name>', versioned))
      .description('Let a version count, once its tests have passed.')
      .option('--percent <number>', 'only for so many of a hundred callers')
      .option('--claim <name=value>', 'only for those whose token says so', collect)
      .action((name, options) => publishPrompt(context, name, options)),
    'signet prompt publish summary@1.4',
    'signet prompt publish summary@1.5 --percent 10',
  );
  withExamples(
    withServer(prompt.command('rollback').argument('<name>', 'of the prompt'))
      .description('Let count again what counted before.')
      .action((name, options) => rollBackPrompt(context, name, options)),
    'signet prompt rollback summary',
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
