import type { AccountId, AuditDeed } from '@signet/contracts';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import { appendDeed } from './audit.ts';

/** What is of one person, in rows of their own. */
export const removedWithAccount = [
  'email_addresses',
  'totp_factors',
  'recovery_codes',
  'passkeys',
  'provider_links',
  'holders',
  'memberships',
  'consents',
  'tool_tokens',
] as const;

/** Have the id of an account and nothing personal once `remove` is done: each is forgotten as those of others are. */
export const keptByIdAlone = ['sessions', 'grants', 'logout_notices'] as const;

/** Removes the account with all that is personal of it, in one transaction; false where there is none. */
export function removeAccount(
  database: Database,
  id: AccountId,
  deed: AuditDeed | undefined,
): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('accounts')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await removePersonal(transaction, id);
    if (deed !== undefined) await appendDeed(transaction, deed);
    return true;
  });
}

async function removePersonal(transaction: SchemaTransaction, id: AccountId): Promise<void> {
  for (const table of removedWithAccount) {
    await transaction.deleteFrom(table).where('account_id', '=', id).execute();
  }
  await transaction
    .updateTable('sessions')
    .set({ device_id: null, device_agent: null, device_network: null })
    .where('account_id', '=', id)
    .execute();
  // Both are emptied all the time, and hold the address to which something is sent.
  await transaction
    .deleteFrom('protocol_entries')
    .where('kind', '=', 'mailed_link')
    .where('document', 'like', `%"${id}"%`)
    .execute();
  await transaction.deleteFrom('mail_queue').where('errand', 'like', `%"${id}"%`).execute();
}
