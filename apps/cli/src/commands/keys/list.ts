import { apiOfSecrets, type RotationSchedule, type SigningKeySummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';
import { instant } from './instant.ts';

const titles = ['KEY', 'ALGORITHM', 'FOR', 'STATE', 'MADE', 'SIGNS SINCE', 'BELIEVED UNTIL'];

/** Shows the keys that the server signs and signed with, the oldest first. */
export async function listKeys(context: Context, options: ServerOptions): Promise<void> {
  const answered = await openAdmin(context, options).listKeys();
  answer(context, options, answered, () =>
    [table(titles, answered.keys.map(rowOf), context.paint), tellSchedule(answered.schedule), ''].join('\n'),
  );
}

function tellSchedule(schedule: RotationSchedule | undefined): string {
  if (schedule === undefined) return 'Rotated by hand (identity.keys.rotateEvery)';
  const { step, at, algorithm } = schedule;
  return step === 'publish'
    ? `Next by schedule: a key for ${algorithm} is published after ${instant(at)}`
    : `Next by schedule: the next key signs after ${instant(at)}`;
}

function rowOf(key: SigningKeySummary): readonly string[] {
  const { id, algorithm, series, state, createdAt, activatedAt, publishedUntil } = key;
  const api = series === undefined ? undefined : apiOfSecrets(series);
  const whatFor = series === undefined ? 'all' : api === undefined ? `APIs of ${series}` : `${api} alone`;
  return [id, algorithm, whatFor, state, ...[createdAt, activatedAt, publishedUntil].map(instant)];
}
