import { mailLanguages } from '@signet/contracts';
import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { addUser } from './add.ts';
import { setAttributes, showAttributes } from './attributes.ts';
import { changeRoles, setDisabled } from './change.ts';
import { showConsents, withdrawConsent } from './consents.ts';
import { deleteUser } from './delete.ts';
import { resetFactors, showFactors } from './factors.ts';
import { changeGroups } from './groups.ts';
import { inviteUser } from './invite.ts';
import { listUsers } from './list.ts';
import { previewUser } from './preview.ts';
import { showProviders, unlinkUser } from './providers.ts';
import { userSessions } from './sessions.ts';

const name = 'user name, or usr_… of an account';

/** The accounts of a running Signet. */
export function addUserCommands(program: Command, context: Context): void {
  const user = program.command('user').description('Accounts.');
  addAddAndList(user, context);
  withExamples(
    withServer(user.command('roles').argument('<name>', name))
      .description('Show the roles and scopes of an account, or give and take some.')
      .option('--add <role>', 'give this role', collect)
      .option('--remove <role>', 'take this role', collect)
      .option('--add-scope <scope>', 'give this scope', collect)
      .option('--remove-scope <scope>', 'take this scope', collect)
      .action((who, options) => changeRoles(context, who, options)),
    'signet user roles ada --add clerk --remove editor',
  );
  withExamples(
    withServer(user.command('preview').argument('<name>', name))
      .description('Show what a token of an account would say now; issue none.')
      .option('--client <id>', 'the client that would get it (Signet’s own sign-in)')
      .option('--audience <audience>', 'the API that it would be for')
      .option('--organization <name>', 'the organisation that it would be of')
      .option('--roles <roles>', 'what would be otherwise with these roles, separated by spaces')
      .option('--groups <groups>', 'what would be otherwise in these groups, separated by spaces')
      .action((who, options) => previewUser(context, who, options)),
    'signet user preview ada',
    'signet user preview ada --roles "clerk manager"',
  );
  withExamples(
    withServer(user.command('sessions').argument('<name>', name))
      .description('Show where a person is signed in, or end all of it.')
      .option('--end', 'end every session, and revoke their tokens')
      .action((who, options) => userSessions(context, who, options)),
    'signet user sessions ada',
    'signet user sessions ada --end',
  );
  withExamples(
    withServer(user.command('disable').argument('<name>', name))
      .description('Refuse sign-in and refresh of an account, and revoke all its tokens.')
      .action((who, options) => setDisabled(context, who, true, options)),
    'signet user disable ada',
  );
  withExamples(
    withServer(user.command('enable').argument('<name>', name))
      .description('Let an account sign in again.')
      .action((who, options) => setDisabled(context, who, false, options)),
    'signet user enable ada',
  );
  withExamples(
    withServer(user.command('delete').argument('<name>', name))
      .description('Delete an account, and all that is held of the person; this cannot be undone.')
      .action((who, options) => deleteUser(context, who, options)),
    'signet user delete ada',
  );
  addFactors(user, context);
  addAttributes(user, context);
}

function addAttributes(user: Command, context: Context): void {
  withExamples(
    withServer(user.command('groups').argument('<name>', name))
      .description('Show the groups of an account, or put it into some and take it out of others.')
      .option('--add <group>', 'put it into this group', collect)
      .option('--remove <group>', 'take it out of this group', collect)
      .action((who, options) => changeGroups(context, who, options)),
    'signet user groups ada --add sales --remove buyers',
  );
  withExamples(
    withServer(user.command('attributes').argument('<name>', name))
      .description('Show what is known of a person beside roles.')
      .action((who, options) => showAttributes(context, who, options)),
    'signet user attributes ada',
  );
  withExamples(
    withServer(user.command('set').argument('<name>', name).argument('[attributes...]', 'name=value'))
      .description(
        'Set attributes of an account, or remove some; APIs get those that they ask for as claims.',
      )
      .option('--remove <attribute>', 'remove this attribute', collect)
      .action((who, given, options) => setAttributes(context, who, given, options)),
    'signet user set ada department=sales level=3',
    'signet user set ada --remove level',
  );
}

function addFactors(user: Command, context: Context): void {
  withExamples(
    withServer(user.command('factors').argument('<name>', name))
      .description('Show the second factor of an account.')
      .action((who, options) => showFactors(context, who, options)),
    'signet user factors ada',
  );
  withExamples(
    withServer(user.command('reset-factors').argument('<name>', name))
      .description('Take the second factor of an account away, whose owner has lost it.')
      .action((who, options) => resetFactors(context, who, options)),
    'signet user reset-factors ada',
  );
  withExamples(
    withServer(user.command('providers').argument('<name>', name))
      .description('Show which other providers sign the owner of an account in.')
      .action((who, options) => showProviders(context, who, options)),
    'signet user providers ada',
  );
  withExamples(
    withServer(user.command('unlink').argument('<name>', name).argument('<issuer>', 'of the provider'))
      .description('Let a provider sign the owner of an account in no more; sessions go on.')
      .action((who, issuer, options) => unlinkUser(context, who, issuer, options)),
    'signet user unlink ada https://login.company.example',
  );
  withExamples(
    withServer(user.command('consents').argument('<name>', name))
      .description('Show which apps a person let in, and what each may do.')
      .action((who, options) => showConsents(context, who, options)),
    'signet user consents ada',
  );
  withExamples(
    withServer(user.command('withdraw').argument('<name>', name).argument('<client>', 'client_id of the app'))
      .description('Withdraw what a person agreed to for an app, and end all that the app has of them.')
      .action((who, client, options) => withdrawConsent(context, who, client, options)),
    'signet user withdraw ada invoices',
  );
}

function addAddAndList(user: Command, context: Context): void {
  withExamples(
    withServer(user.command('add').argument('<name>', 'user name'))
      .description('Add an account; without a password a one-time password is printed.')
      .option('--email <address>', 'where the person is written to')
      .option('--email-verified', 'the address is known to be theirs, so no link need be followed')
      .option('--role <role>', 'a role, such as admin', collect)
      .option('--scope <scope>', 'a scope, such as demo:read', collect)
      .option('--password-stdin', 'take a password from standard input')
      .action((who, options) => addUser(context, who, options)),
    'signet user add ada --scope demo:read',
  );
  withExamples(
    withServer(user.command('invite').argument('<name>', 'user name'))
      .description('Add an account, and mail its owner a link to choose the password.')
      .requiredOption('--email <address>', 'where the link goes; it is theirs once they follow it')
      .option('--language <language>', `of the mail: ${mailLanguages.join(', ')}`)
      .option('--role <role>', 'a role, such as admin', collect)
      .option('--scope <scope>', 'a scope, such as demo:read', collect)
      .action((who, options) => inviteUser(context, who, options)),
    'signet user invite ada --email ada@example.org',
  );
  withExamples(
    withServer(user.command('list'))
      .description('Show the accounts.')
      .option('--role <role>', 'only those who have this role of their own')
      .option('--group <group>', 'only those who are in this group')
      .option('--disabled', 'only those that are disabled')
      .action((options) => listUsers(context, options)),
    'signet user list',
    'signet user list --role admin',
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
