import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { sessionKeys } from './keys.ts';
import { sessionToken } from './token.ts';
import { whySession } from './why.ts';

/** What `signet login` brought, to be looked at: the token, and the keys that verify it. */
export function addSessionCommands(program: Command, context: Context): void {
  const session = program
    .command('session')
    .description('The session that login began: its token, its keys.');
  withExamples(
    withFolder(session.command('token'))
      .description('Print the access token of the session.')
      .action((options) => sessionToken(context, options)),
    'signet session token > token.txt',
  );
  withExamples(
    withFolder(session.command('keys'))
      .description('Print the key set that the server of the session publishes.')
      .action((options) => sessionKeys(context, options)),
    'signet session keys > keys.json',
    'signet session token | signet token verify --key keys.json',
  );
  withExamples(
    withServer(session.command('why').argument('[session]', 'ses_… of any session; that of login'))
      .description('Tell why a session ended, when, by whom and from where.')
      .action((id, options) => whySession(context, id, options)),
    'signet session why',
  );
}

function withFolder(command: Command): Command {
  return command
    .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
    .option('--json', 'answer in JSON');
}
