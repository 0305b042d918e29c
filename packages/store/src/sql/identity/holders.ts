import type { AccountId } from '@signet/contracts';
import type { Account } from '@signet/identity/ports';
import { sql } from 'kysely';
import type { Database, SchemaTransaction } from '../database.ts';
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

/** Beside a role's own number, so that no other advisory lock is this one. */
const ofRoles = 17_915;

/** Lets one transaction at a time take a role from somebody for good. SQLite does so by itself. */
export async function lockRole(
  { kind }: Database,
  transaction: SchemaTransaction,
  role: string,
): Promise<void> {
  if (kind === 'postgres') {
    await sql`select pg_advisory_xact_lock(${ofRoles}, hashtext(${role}))`.execute(transaction);
  }
}

/** Whether anybody else has the role and is not disabled; to be asked under its lock. */
export async function hasOtherHolder(
  transaction: SchemaTransaction,
  role: string,
  id: AccountId,
): Promise<boolean> {
  const other = await transaction
    .selectFrom('holders')
    .innerJoin('accounts', 'accounts.id', 'holders.account_id')
    .select('accounts.id')
    .where('holders.kind', '=', 'role')
    .where('holders.name', '=', role)
    .where('holders.account_id', '!=', id)
    .where(sql<boolean>`disabled = 0`)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
