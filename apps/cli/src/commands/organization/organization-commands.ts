import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { inviteMember, listInvitations, withdrawInvitation } from './invitations.ts';
import { addMember, changeMemberRoles, listMembers, removeMember } from './members.ts';
import {
  addOrganization,
  changeOrganization,
  listOrganizations,
  removeOrganization,
  showOrganization,
} from './organizations.ts';

const name = 'its name, or org_…';
const who = 'user name, or usr_… of an account';

/** The organisations of a running Signet, and who is in them. */
export function addOrganizationCommands(program: Command, context: Context): void {
  const organization = program
    .command('organization')
    .alias('org')
    .description('Organisations, and who is in them.');
  withExamples(
    withServer(organization.command('list'))
      .description('Show the organisations.')
      .action((options) => listOrganizations(context, options)),
    'signet organization list',
  );
  withExamples(
    withServer(organization.command('show').argument('<organization>', name))
      .description('Show one of them.')
      .action((which, options) => showOrganization(context, which, options)),
    'signet organization show acme',
  );
  withExamples(
    withServer(organization.command('add').argument('<name>', 'lower-case letters, digits and hyphens'))
      .description('Add one, which has no members yet. Its name stays for good.')
      .option('--display-name <text>', 'what people see (the name)')
      .action((which, options) => addOrganization(context, which, options)),
    'signet organization add acme --display-name "Acme Ltd."',
  );
  withExamples(
    withServer(organization.command('change').argument('<organization>', name))
      .description('Change what people see of one, or disable it, which ends all its tokens.')
      .option('--display-name <text>', 'what people see')
      .option('--disable', 'refuse its tokens from now on')
      .option('--enable', 'let its members sign in to it again')
      .action((which, options) => changeOrganization(context, which, options)),
    'signet organization change acme --disable',
  );
  withExamples(
    withServer(organization.command('remove').argument('<organization>', name))
      .description('Remove one, with its tokens and memberships; the accounts stay.')
      .action((which, options) => removeOrganization(context, which, options)),
    'signet organization remove acme',
  );
  withExamples(
    withServer(
      organization.command('invite').argument('<organization>', name).argument('<email>', 'their address'),
    )
      .description('Mail somebody a link by which they become a member; they need no account yet.')
      .option('--role <role>', 'a role that they get inside this organisation alone', collect)
      .option('--language <language>', 'of the mail: en, zh, ja, es or de', 'en')
      .action((which, email, options) => inviteMember(context, which, email, options)),
    'signet organization invite acme ada@example.org --role clerk',
  );
  addInvitationCommands(
    organization.command('invitation').description('Invitations that wait for an answer.'),
    context,
  );
  addMemberCommands(organization.command('member').description('Who is in an organisation.'), context);
}

function addInvitationCommands(invitation: Command, context: Context): void {
  withExamples(
    withServer(invitation.command('list').argument('<organization>', name))
      .description('Show whom it invited, and until when.')
      .action((which, options) => listInvitations(context, which, options)),
    'signet organization invitation list acme',
  );
  withExamples(
    withServer(
      invitation
        .command('withdraw')
        .argument('<organization>', name)
        .argument('<who>', 'their address, or inv_… of the list'),
    )
      .description('Take one back; its link is good for nothing from then on.')
      .action((which, id, options) => withdrawInvitation(context, which, id, options)),
    'signet organization invitation withdraw acme ada@example.org',
  );
}

function addMemberCommands(member: Command, context: Context): void {
  const of = (command: string) =>
    withServer(member.command(command).argument('<organization>', name).argument('<account>', who));
  withExamples(
    withServer(member.command('list').argument('<organization>', name))
      .description('Show who is in it, and with which roles.')
      .action((which, options) => listMembers(context, which, options)),
    'signet organization member list acme',
  );
  withExamples(
    of('add')
      .description('Make an account a member.')
      .option('--role <role>', 'a role that it has inside this organisation alone', collect)
      .action((which, account, options) => addMember(context, which, account, options)),
    'signet organization member add acme ada --role clerk',
  );
  withExamples(
    of('roles')
      .description('Show the roles of a member inside it, or give and take some.')
      .option('--add <role>', 'give this role', collect)
      .option('--remove <role>', 'take this role', collect)
      .action((which, account, options) => changeMemberRoles(context, which, account, options)),
    'signet organization member roles acme ada --add manager --remove clerk',
  );
  withExamples(
    of('remove')
      .description('Take an account out of it, and end what it had there.')
      .action((which, account, options) => removeMember(context, which, account, options)),
    'signet organization member remove acme ada',
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
