import type { GrantId, SessionId } from '@signet/contracts';
import type { Database, SchemaTransaction } from '../database.ts';

/** So few grants are named by one statement; what databases take of parameters is far more. */
const grantsPerDelete = 1000;

/** Removes sessions that were over before `before` with all that stands on them; answers how many. */
export async function forgetSessions(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  before: number,
  limit: number,
): Promise<number> {
  // Those that a racing call holds are left for the next time.
  const over = await transaction
    .selectFrom('sessions')
    .select('id')
    .where(({ eb, or }) => or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
    .limit(limit)
    .$if(kind === 'postgres', (select) => select.forUpdate().skipLocked())
    .execute();
  const ids = over.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const grants = await removeFamilies(transaction, ids);
  for (let from = 0; from < grants.length; from += grantsPerDelete) {
    await removeUnused(transaction, grants.slice(from, from + grantsPerDelete));
  }
  await transaction.deleteFrom('sessions').where('id', 'in', ids).execute();
  return ids.length;
}

/** Answers the grants that the families stood on. */
async function removeFamilies(
  transaction: SchemaTransaction,
  sessions: readonly SessionId[],
): Promise<readonly GrantId[]> {
  const families = transaction.selectFrom('families').select('id').where('session_id', 'in', sessions);
  await transaction.deleteFrom('refresh_tokens').where('family_id', 'in', families).execute();
  const removed = await transaction
    .deleteFrom('families')
    .where('session_id', 'in', sessions)
    .returning('grant_id')
    .execute();
  return [...new Set(removed.map(({ grant_id }) => grant_id))];
}

async function removeUnused(transaction: SchemaTransaction, grants: readonly GrantId[]): Promise<void> {
  await transaction
    .deleteFrom('grants')
    .where('id', 'in', grants)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('families').select('families.id').whereRef('families.grant_id', '=', 'grants.id')),
      ),
    )
    .execute();
}
