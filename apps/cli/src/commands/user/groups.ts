import type { UserGroupsAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { findUser } from './find-user.ts';

export interface UserGroupsOptions extends ServerOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** Puts an account into groups and takes it out of others; without either, shows those that it is in. */
export async function changeGroups(
  context: Context,
  name: string,
  options: UserGroupsOptions,
): Promise<void> {
  const { add = [], remove = [] } = options;
  const admin = openAdmin(context, options);
  const { id } = await findUser(admin, name);
  const before = await admin.showUserGroups({ id });
  if (add.length + remove.length === 0) return answer(context, options, before, () => `${tell(before)}\n`);
  const groups = [...new Set([...before.groups, ...add])].filter((group) => !remove.includes(group));
  const after = await admin.changeUserGroups({ id, ifMatch: before.etag, groups });
  const said = `Changed the groups of ${name}; it counts for the next token.`;
  answer(context, options, after, () => `${outcomeLine(context.paint, true, said)}\n${tell(after)}\n`);
}

function tell({ groups }: UserGroupsAnswer): string {
  return `Groups    ${groups.join(' ') || '–'}`;
}
