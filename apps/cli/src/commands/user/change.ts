import type { ChangeUserRequest, UserSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { findUser } from './find-user.ts';

export interface UserRolesOptions extends ServerOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly addScope?: readonly string[];
  readonly removeScope?: readonly string[];
}

/** Gives and takes roles and scopes; without either, shows them. */
export async function changeRoles(context: Context, name: string, options: UserRolesOptions): Promise<void> {
  const { add = [], remove = [], addScope = [], removeScope = [] } = options;
  const admin = openAdmin(context, options);
  const user = await findUser(admin, name);
  if ([add, remove, addScope, removeScope].every(({ length }) => length === 0)) {
    return answer(context, options, user, () => `${tell(user).join('\n')}\n`);
  }
  const roles = changed(user.roles, add, remove);
  const scopes = changed(user.scopes, addScope, removeScope);
  const after = await admin.changeUser({ ...conditionOf(user), roles, scopes, disabled: user.disabled });
  answer(context, options, after, () =>
    [
      outcomeLine(
        context.paint,
        true,
        `Changed what ${after.username} may do; it counts for the next token.`,
      ),
      ...tell(after),
      '',
    ].join('\n'),
  );
}

/** Refuses sign-in and refresh and revokes all tokens, or lets the account in again. */
export async function setDisabled(
  context: Context,
  name: string,
  disabled: boolean,
  options: ServerOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const user = await findUser(admin, name);
  const { roles, scopes } = user;
  const after = await admin.changeUser({ ...conditionOf(user), roles, scopes, disabled });
  const said = disabled
    ? `Disabled ${after.username}; the gateways of this node refuse its tokens from now on.`
    : `Enabled ${after.username}; whoever it is signs in anew.`;
  answer(context, options, after, () => `${outcomeLine(context.paint, true, said)}\n`);
}

function conditionOf({ id, etag }: UserSummary): {
  readonly id: UserSummary['id'];
  readonly ifMatch: string;
} {
  return { id, ifMatch: etag };
}

function changed(
  before: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): ChangeUserRequest['roles'] {
  return [...new Set([...before, ...add])].filter((name) => !remove.includes(name));
}

function tell({ roles, scopes }: UserSummary): readonly string[] {
  return [`Roles     ${roles.join(' ') || '–'}`, `Scopes    ${scopes.join(' ') || '–'}`];
}
