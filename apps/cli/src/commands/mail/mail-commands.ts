import { mailLanguages } from '@signet/contracts';
import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { listMails } from './list.ts';
import { showMail } from './show.ts';
import { writeTemplates } from './templates.ts';
import { testMail } from './test.ts';

/** The mail that Signet sends to people. */
export function addMailCommands(program: Command, context: Context): void {
  const mail = program.command('mail').description('The mail that Signet sends to people.');
  withExamples(
    withServer(mail.command('test').argument('<address>', 'to whom'))
      .description('Send a mail that says that mail arrives.')
      .option('--language <language>', `of the mail: ${mailLanguages.join(', ')}`)
      .action((address, options) => testMail(context, address, options)),
    'signet mail test ada@example.org',
  );
  withExamples(
    ofOutbox(mail.command('list'))
      .description('Show the mails of the outbox: those sent while no mail server is configured.')
      .action((options) => listMails(context, options)),
    'signet mail list',
  );
  withExamples(
    ofOutbox(mail.command('show').argument('[mail]', 'eml_… of a mail (the last one)'))
      .description('Show a mail of the outbox, with its links.')
      .action((id, options) => showMail(context, id, options)),
    'signet mail show',
  );
  withExamples(
    mail
      .command('templates')
      .argument('<folder>', 'where they are written to; files that are there stay')
      .description('Write the texts of all mails into a folder, to be edited and named in mail.templates.')
      .option('--json', 'answer in JSON')
      .action((folder, options) => writeTemplates(context, folder, options)),
    'signet mail templates ./mail',
  );
}

function ofOutbox(command: Command): Command {
  return command
    .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
    .option('--json', 'answer in JSON');
}
