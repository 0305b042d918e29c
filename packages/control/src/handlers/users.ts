import type { UserSummary } from '@signet/contracts';
import type { Handle, Handlers, HttpCall } from '@signet/http';
import type { AccountAdministration, UserAdministration } from '../ports/index.ts';

export type UserEndpoint =
  | 'listUsers'
  | 'showUser'
  | 'changeUser'
  | 'deleteUser'
  | 'explainSession'
  | 'previewToken'
  | 'listUserSessions'
  | 'endUserSessions';

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
export function userHandlers(users: UserAdministration): Handlers<UserEndpoint> {
  return {
    listUsers: ({ query }) => users.page(query),
    showUser: async ({ parameters }, call) => tagged(await users.show(parameters.id), call),
    changeUser: async ({ parameters, condition, body }, call) =>
      tagged(await users.change(parameters.id, condition.ifMatch, body), call),
    explainSession: ({ parameters }) => users.explainSession(parameters.session),
    deleteUser: ({ parameters }) => users.remove(parameters.id),
    previewToken: ({ parameters, query }) => users.preview(parameters.id, query),
    listUserSessions: ({ parameters }, { request }) =>
      users.sessions(parameters.id, request.headers['accept-language']),
    endUserSessions: ({ parameters }) => users.endSessions(parameters.id),
  };
}

function tagged(user: UserSummary, { reply }: HttpCall): UserSummary {
  reply.header('etag', user.etag);
  return user;
}
