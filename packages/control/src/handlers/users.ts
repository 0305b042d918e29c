import type { Handle } from '@signet/http';
import type { AccountAdministration } from '../ports/index.ts';

/** The one-time password, where one was made, is in this answer and nowhere else. */
export function addUser(accounts: AccountAdministration): Handle<'addUser'> {
  return async ({ body }) => ({ ...(await accounts.add(body)), username: body.username });
}

export function inviteUser(accounts: AccountAdministration): Handle<'inviteUser'> {
  return async ({ body: { username, email, ...more } }) => {
    const { id } = await accounts.invite({ username, email, ...more });
    return { id, username, email };
  };
}

/** Without password hashes. */
export function listUsers(accounts: AccountAdministration): Handle<'listUsers'> {
  return async () => ({ users: await accounts.list() });
}
