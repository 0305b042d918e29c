import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { findUser } from './find-user.ts';

/** Deletes an account with all that is held of the person. */
export async function deleteUser(context: Context, name: string, options: ServerOptions): Promise<void> {
  const admin = openAdmin(context, options);
  const { id, username } = await findUser(admin, name);
  const deleted = await admin.deleteUser({ id });
  const said = `Deleted ${username}: ${deleted.ended} sessions ended, their tokens are refused.`;
  answer(context, options, deleted, () => `${outcomeLine(context.paint, true, said)}\n`);
}
