import {
  comparableAddress,
  type InvitationId,
  type InvitationSummary,
  type InvitationsAnswer,
  isId,
  refusal,
  SignetError,
} from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { mailLanguageOf } from '../mail-language.ts';

export interface InviteMemberOptions extends ServerOptions {
  readonly role?: readonly string[];
  readonly language?: string;
}

const titles = ['ADDRESS', 'INVITATION', 'UNTIL', 'ROLES IN HERE'];

type Admin = ReturnType<typeof openAdmin>;

/** Of the server's longest pages; an organisation has no more that wait. */
const mostPages = 10;
const page = 1000;

export async function inviteMember(
  context: Context,
  organization: string,
  email: string,
  options: InviteMemberOptions,
): Promise<void> {
  const asked = { email, roles: options.role ?? [], language: mailLanguageOf(options.language) };
  const invited = await openAdmin(context, options).inviteMember({ organization, ...asked });
  const said = `Invited ${safeText(invited.email)} into the organisation ${organization}.`;
  answer(context, options, invited, () =>
    [outcomeLine(context.paint, true, said), `Invitation   ${invited.id}`, ''].join('\n'),
  );
}

export async function listInvitations(
  context: Context,
  organization: string,
  options: ServerOptions,
): Promise<void> {
  const all = await allInvitations(openAdmin(context, options), organization);
  answer(context, options, { invitations: all }, () => `${table(titles, all.map(rowOf), context.paint)}\n`);
}

export async function withdrawInvitation(
  context: Context,
  organization: string,
  who: string,
  options: ServerOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const invitation = isId('invitation', who) ? who : await invitationOf(who, organization, admin);
  const withdrawn = await admin.withdrawInvitation({ organization, invitation });
  const said = `Withdrew the invitation ${withdrawn.id}; its link is good for nothing any more.`;
  answer(context, options, withdrawn, () => `${outcomeLine(context.paint, true, said)}\n`);
}

async function allInvitations(admin: Admin, organization: string): Promise<readonly InvitationSummary[]> {
  const all: InvitationSummary[] = [];
  let next: InvitationId | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const after = next === undefined ? {} : { after: next };
    const answered: InvitationsAnswer = await admin.listInvitations({ organization, limit: page, ...after });
    all.push(...answered.invitations);
    next = answered.next;
    if (next === undefined) break;
  }
  return all;
}

async function invitationOf(address: string, organization: string, admin: Admin): Promise<InvitationId> {
  const all = await allInvitations(admin, organization);
  const found = all.find(({ email }) => comparableAddress(email) === comparableAddress(address));
  if (found === undefined) throw new SignetError(refusal('invitation_unknown', { id: safeText(address) }));
  return found.id;
}

function rowOf({ email, id, expiresAt, roles }: InvitationSummary): readonly string[] {
  return [safeText(email), id, new Date(expiresAt).toISOString(), roles.join(' ') || '–'];
}
