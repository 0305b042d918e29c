import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { describeTools } from './tools.ts';

/** Servers of tools behind the gateway. */
export function addMcpCommands(program: Command, context: Context, report: Report): void {
  const mcp = program.command('mcp').description('Servers of tools behind a running Signet.');
  withExamples(
    withServer(mcp.command('tools').argument('<server>', 'one of mcp.servers'))
      .description('Show what it says of its tools, with digests, and which of them wait for approval.')
      .option('--definitions', 'with all that a model is shown of each')
      .action(async (name, options) => report(await describeTools(context, name, options))),
    'signet mcp tools files',
    'signet mcp tools files --definitions',
  );
}
