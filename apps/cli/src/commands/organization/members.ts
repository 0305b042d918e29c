import type { AccountId, MemberSummary, MembersAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { table } from '../../terminal/table.ts';
import { findUser } from '../user/find-user.ts';

export interface AddMemberOptions extends ServerOptions {
  readonly role?: readonly string[];
}

export interface MemberRolesOptions extends ServerOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

const titles = ['NAME', 'ACCOUNT', 'ROLES IN HERE'];

/** Of the server's longest pages; more members than these no terminal shows. */
const mostPages = 100;
const page = 1000;

export async function listMembers(
  context: Context,
  organization: string,
  options: ServerOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const all: MemberSummary[] = [];
  let next: AccountId | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const after = next === undefined ? {} : { after: next };
    const answered: MembersAnswer = await admin.listMembers({ organization, limit: page, ...after });
    all.push(...answered.members);
    next = answered.next;
    if (next === undefined) break;
  }
  answer(context, options, { members: all }, () => `${table(titles, all.map(rowOf), context.paint)}\n`);
}

export async function addMember(
  context: Context,
  organization: string,
  who: string,
  options: AddMemberOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const { id: account } = await findUser(admin, who);
  const added = await admin.addMember({ organization, account, roles: options.role ?? [] });
  tell(context, options, added, `Added ${added.username} to the organisation ${organization}.`);
}

/** Without an option, shows them. */
export async function changeMemberRoles(
  context: Context,
  organization: string,
  who: string,
  options: MemberRolesOptions,
): Promise<void> {
  const { add = [], remove = [] } = options;
  const admin = openAdmin(context, options);
  const { id: account } = await findUser(admin, who);
  const before = await admin.showMember({ organization, account });
  if (add.length + remove.length === 0) {
    return answer(context, options, before, () => `${table(titles, [rowOf(before)], context.paint)}\n`);
  }
  const roles = [...new Set([...before.roles, ...add])].filter((role) => !remove.includes(role));
  const after = await admin.changeMember({ organization, account, ifMatch: before.etag, roles });
  const said = `Changed what ${after.username} may do in ${organization}; it counts for the next token.`;
  tell(context, options, after, said);
}

export async function removeMember(
  context: Context,
  organization: string,
  who: string,
  options: ServerOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const { id: account, username } = await findUser(admin, who);
  const removed = await admin.removeMember({ organization, account });
  const said = `Took ${username} out of the organisation ${organization}; those tokens are refused.`;
  tell(context, options, removed, said);
}

function tell(context: Context, options: ServerOptions, result: object, said: string): void {
  answer(context, options, result, () => `${outcomeLine(context.paint, true, said)}\n`);
}

function rowOf({ username, account, roles }: MemberSummary): readonly string[] {
  return [username, account, roles.join(' ') || '–'];
}
