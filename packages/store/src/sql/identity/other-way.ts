import type { AccountId, AuditDeed } from '@signet/contracts';
import type { RemovableWay, RemovedBeside } from '@signet/identity/ports';
import type { DeleteResult } from 'kysely';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import { appendDeed } from './audit.ts';
import { lockAccount } from './lock-account.ts';

/** Removes one way in while the account has another: asked once nobody else can take one away from it. */
export function removeBeside(
  database: Database,
  account: AccountId,
  other: RemovableWay,
  deed: AuditDeed | undefined,
  remove: (transaction: SchemaTransaction) => { executeTakeFirstOrThrow(): Promise<DeleteResult> },
): Promise<RemovedBeside> {
  return inTransaction(database, async (transaction) => {
    await lockAccount(database, transaction, account);
    if (!(await hasWay(transaction, account, other))) return 'alone';
    const { numDeletedRows } = await remove(transaction).executeTakeFirstOrThrow();
    if (numDeletedRows !== 1n) return 'unknown';
    if (deed !== undefined) await appendDeed(transaction, deed);
    return 'removed';
  });
}

async function hasWay(
  transaction: SchemaTransaction,
  account: AccountId,
  way: RemovableWay,
): Promise<boolean> {
  const found =
    'issuer' in way
      ? transaction
          .selectFrom('provider_links')
          .select('account_id')
          .where('account_id', '=', account)
          .where('issuer', '=', way.issuer)
      : transaction
          .selectFrom('passkeys')
          .select('account_id')
          .where('account_id', '=', account)
          .where('id', '=', way.passkey);
  return (await found.executeTakeFirst()) !== undefined;
}
