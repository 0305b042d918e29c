import type { UserSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../context.ts';
import { openAdmin } from '../server/open-admin.ts';
import { table } from '../terminal/table.ts';

const titles = ['NAME', 'ACCOUNT', 'STATE', 'ROLES', 'SCOPES', 'EMAIL'];

/** Shows every account: its name, identifier, roles and scopes. */
export async function listUsers(context: Context, options: ServerOptions): Promise<void> {
  const { users } = await openAdmin(context, options).listUsers();
  answer(context, options, { users }, () => `${table(titles, rowsOf(users), context.paint)}\n`);
}

function rowsOf(users: readonly UserSummary[]): readonly (readonly string[])[] {
  return users.map((user) => [
    user.username,
    user.id,
    user.disabled ? 'disabled' : 'active',
    user.roles.join(' ') || '–',
    user.scopes.join(' ') || '–',
    user.email === undefined ? '–' : `${user.email.address}${user.email.verified ? '' : ' (unverified)'}`,
  ]);
}
