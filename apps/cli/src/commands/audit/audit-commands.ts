import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { listAudit } from './list.ts';
import { verifyAudit } from './verify.ts';

/** What was done at a running Signet, by whom and from where. */
export function addAuditCommands(program: Command, context: Context, report: Report): void {
  const audit = program.command('audit').description('The audit log of a running Signet.');
  withExamples(
    withServer(audit.command('list'))
      .description('Show who did what, to whom, when and from where, the newest first.')
      .option('--limit <number>', 'how many entries, up to 1000 (100)')
      .option('--action <action>', 'only this action, such as sign_in.failed')
      .option('--actor <id>', 'only what this account or client did')
      .option('--target <id>', 'only what was done to this account, client, session, token or key')
      .action((options) => listAudit(context, options)),
    'signet audit list',
    'signet audit list --action sign_in.failed --limit 20',
  );
  withExamples(
    withServer(audit.command('verify'))
      .description('Read the whole audit log and say whether an entry was changed, moved or taken away.')
      .option('--head <sequence:hash>', 'a head that was kept elsewhere: it must still stand in the log')
      .action(async (options) => report(await verifyAudit(context, options))),
    'signet audit verify',
    'signet audit verify --head 1042:Fh1gLVCykFdWS9d1q2qFGSTzcrvCRrHW3hIFbVb1s9o',
  );
}
