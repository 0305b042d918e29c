import type { RevocationEntry, SessionId } from '@signet/contracts';
import { type Ending, type NewFamily, type Session, sessionRevocation } from '@signet/identity/ports';
import type { Database, SchemaTransaction } from '../database.ts';
import { appendDeed } from './audit.ts';
import { familyToRow, grantToRow, tokenToRow } from './family-rows.ts';
import { appendRevocation } from './revocations.ts';
import { sessionFromRow } from './session-rows.ts';

/**
 * The session, locked: whoever writes to it or to anything in it takes this lock first, so that whatever touches one
 * session happens in turn. SQLite needs no row lock: its transactions here begin with the lock on the whole file.
 */
export async function holdSession(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  id: SessionId,
): Promise<Session | undefined> {
  const row = await transaction
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .$if(kind === 'postgres', (select) => select.forUpdate())
    .executeTakeFirst();
  return row && sessionFromRow(row);
}

/** Within a session that is held. */
export async function insertFamily(
  transaction: SchemaTransaction,
  { grant, family, first }: NewFamily,
): Promise<void> {
  await transaction.insertInto('grants').values(grantToRow(grant)).execute();
  await transaction.insertInto('families').values(familyToRow(family)).execute();
  await transaction.insertInto('refresh_tokens').values(tokenToRow(first)).execute();
}

/** Ends a session that is held, with all its families, and appends its revocation. */
export async function endHeld(
  transaction: SchemaTransaction,
  { id }: Session,
  ending: Ending,
): Promise<RevocationEntry> {
  await transaction
    .updateTable('sessions')
    .set({ ended_at: ending.at, end_reason: ending.reason })
    .where('id', '=', id)
    .execute();
  await transaction
    .updateTable('families')
    .set({ ended_at: ending.at, end_reason: 'session_ended' })
    .where('session_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  const entry = await appendRevocation(transaction, sessionRevocation(id, ending));
  if (ending.deed !== undefined) await appendDeed(transaction, ending.deed);
  return entry;
}
