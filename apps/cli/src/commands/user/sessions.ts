import type { SessionSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { findUser } from './find-user.ts';

export interface UserSessionsOptions extends ServerOptions {
  readonly end?: boolean;
}

const titles = ['SESSION', 'DEVICE', 'NETWORK', 'PLACE', 'SINCE', 'LAST USED'];

/** Shows where a person is signed in, or ends all of that. */
export async function userSessions(
  context: Context,
  name: string,
  options: UserSessionsOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const { id, username } = await findUser(admin, name);
  if (options.end === true) {
    const ended = await admin.endUserSessions({ id });
    const said = `Ended ${ended.ended} sessions of ${username}.`;
    return answer(context, options, ended, () => `${outcomeLine(context.paint, true, said)}\n`);
  }
  const answered = await admin.listUserSessions({ id });
  answer(context, options, answered, () => `${table(titles, answered.sessions.map(rowOf), context.paint)}\n`);
}

function rowOf({
  id,
  agent,
  network = '–',
  place,
  startedAt,
  lastUsedAt,
}: SessionSummary): readonly string[] {
  const times = [startedAt, lastUsedAt].map((at) => new Date(at).toISOString());
  const where = [place?.city, place?.country].filter((name) => name !== undefined).join(', ') || '–';
  return [id, ...[agent ?? '–', network, where].map(safeText), ...times];
}
