import type { Account } from '@signet/identity/ports';
import type { SchemaTransaction } from '../database.ts';
import type { HolderRow } from '../schema.ts';

/** All roles of an account, or all groups that it is in. */
export interface Held {
  readonly kind: HolderRow['kind'];
  readonly names: readonly string[];
}

type Holder = Pick<Account, 'id' | 'username'>;

/** In the transaction that writes the same into the row of the account, and after it, as that locks the account. */
export async function replaceHeld(transaction: SchemaTransaction, holder: Holder, held: Held): Promise<void> {
  await transaction
    .deleteFrom('holders')
    .where('account_id', '=', holder.id)
    .where('kind', '=', held.kind)
    .execute();
  await insertHeld(transaction, holder, held);
}

export async function insertHeld(
  transaction: SchemaTransaction,
  { id, username }: Holder,
  { kind, names }: Held,
): Promise<void> {
  const rows = [...new Set(names)].map((name) => ({ kind, name, username, account_id: id }));
  if (rows.length > 0) await transaction.insertInto('holders').values(rows).execute();
}
