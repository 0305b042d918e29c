import type { UserSummary, UsersQuery } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';

export interface UserListOptions extends ServerOptions {
  readonly role?: string;
  readonly group?: string;
  readonly disabled?: boolean;
}

const titles = ['NAME', 'ACCOUNT', 'STATE', 'ROLES', 'SCOPES', 'EMAIL'];

/** Of the server's longest pages; more accounts than these no terminal shows. */
const mostPages = 100;
const page = 1000;

/** Shows every account, or those of a role or that are disabled: name, identifier, roles and scopes. */
export async function listUsers(context: Context, options: UserListOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const wanted: UsersQuery = {
    limit: page,
    ...(options.role === undefined ? {} : { role: options.role }),
    ...(options.group === undefined ? {} : { group: options.group }),
    ...(options.disabled === true ? { state: 'disabled' } : {}),
  };
  const users: UserSummary[] = [];
  let next: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const answered = await admin.listUsers(next === undefined ? wanted : { ...wanted, after: next });
    users.push(...answered.users);
    next = answered.next;
    if (next === undefined) break;
  }
  answer(context, options, { users }, () => `${table(titles, users.map(rowOf), context.paint)}\n`);
}

function rowOf(user: UserSummary): readonly string[] {
  return [
    user.username,
    user.id,
    user.disabled ? 'disabled' : 'active',
    user.roles.join(' ') || '–',
    user.scopes.join(' ') || '–',
    user.email === undefined ? '–' : `${user.email.address}${user.email.verified ? '' : ' (unverified)'}`,
  ];
}
