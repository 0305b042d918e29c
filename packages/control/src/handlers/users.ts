import { type AddUserAnswer, addUserRequestSchema, type UsersAnswer } from '@signet/contracts';
import type { AccountAdministration } from '../ports/index.ts';
import { type AdminHandler, checked } from './handler.ts';

/** `POST /admin/users`: the one-time password, where one was made, is in this answer and nowhere else. */
export function addUser(accounts: AccountAdministration): AdminHandler {
  return async ({ body }): Promise<AddUserAnswer> => {
    const request = checked(addUserRequestSchema, body);
    return { ...(await accounts.add(request)), username: request.username };
  };
}

/** `GET /admin/users`: without password hashes. */
export function listUsers(accounts: AccountAdministration): AdminHandler {
  return async (): Promise<UsersAnswer> => ({ users: await accounts.list() });
}
