import type { SigningKeySummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';
import { instant } from './instant.ts';

const titles = ['KEY', 'ALGORITHM', 'STATE', 'MADE', 'SIGNS SINCE', 'BELIEVED UNTIL'];

/** Shows the keys that the server signs and signed with, the oldest first. */
export async function listKeys(context: Context, options: ServerOptions): Promise<void> {
  const { keys } = await openAdmin(context, options).listKeys();
  answer(context, options, { keys }, () => `${table(titles, keys.map(rowOf), context.paint)}\n`);
}

function rowOf(key: SigningKeySummary): readonly string[] {
  const { id, algorithm, state, createdAt, activatedAt, publishedUntil } = key;
  return [id, algorithm, state, ...[createdAt, activatedAt, publishedUntil].map(instant)];
}
