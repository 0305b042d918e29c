import type { ApiKeySummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';
import { instant } from '../keys/instant.ts';
import { everyKey, isOver } from './every-key.ts';

const titles = ['KEY', 'NAME', 'OWNER', 'STATE', 'UNTIL', 'LAST USED', 'FOR'];

/** Shows every key: its id, what it is for and whose, whether it is good, and roughly when it was used last. */
export async function listApiKeys(context: Context, options: ServerOptions): Promise<void> {
  const keys = await everyKey(openAdmin(context, options));
  const rows = keys.map((key) => rowOf(key, context.clock()));
  answer(context, options, { keys }, () => `${table(titles, rows, context.paint)}\n`);
}

function rowOf(key: ApiKeySummary, now: number): readonly string[] {
  const { id, name, owner, audience, expiresAt, lastUsedAt } = key;
  return [id, name, owner, stateOf(key, now), instant(expiresAt), instant(lastUsedAt), audience.join(' ')];
}

function stateOf(key: ApiKeySummary, now: number): string {
  if (key.revokedAt !== undefined) return 'revoked';
  return isOver(key, now) ? 'expired' : 'good';
}
