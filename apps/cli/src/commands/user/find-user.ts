import { isId, type UserSummary } from '@signet/contracts';
import type { Client } from '@signet/sdk/client';
import { CommandFailure } from '../../failure.ts';

/** The account of a user name or of an identifier (`usr_…`). */
export async function findUser(admin: Client, name: string): Promise<UserSummary> {
  if (isId('account', name)) return admin.showUser({ id: name });
  const { users } = await admin.listUsers({ limit: 1, username: name });
  const [user] = users;
  if (user !== undefined) return user;
  throw new CommandFailure({
    code: 'account_unknown',
    sentence: 'There is no account of this name.',
    expected: 'a user name or an identifier (usr_…)',
    actual: 'another name',
    fix: 'See who there is with `signet user list`.',
  });
}
