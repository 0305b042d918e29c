import { type AccountId, comparableAddress } from '@signet/contracts';
import type { AccountEmail, EmailAddressStore } from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { EmailAddressRow } from '../schema.ts';

/** Undoes the transaction, and is told as an answer. */
export class AddressTaken extends Error {}

/** Rejects with `AddressTaken` where it is verified and another account has it so. */
export async function insertEmail(transaction: SchemaTransaction, email: AccountEmail): Promise<void> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('email_addresses')
    .values(toRow(email))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new AddressTaken();
}

/** What `work` answers, or `taken` where it was undone for that. */
export async function toldTaken<Answer>(work: Promise<Answer>): Promise<Answer | 'taken'> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AddressTaken) return 'taken';
    throw error;
  }
}

export function createSqlEmailAddresses(database: Database): EmailAddressStore {
  const { query } = database;

  function replace(email: AccountEmail): Promise<'kept'> {
    return inTransaction(database, async (transaction) => {
      await transaction.deleteFrom('email_addresses').where('account_id', '=', email.accountId).execute();
      await insertEmail(transaction, email);
      return 'kept' as const;
    });
  }

  async function ofAll(accountIds: readonly AccountId[]): Promise<readonly AccountEmail[]> {
    if (accountIds.length === 0) return [];
    const rows = await query
      .selectFrom('email_addresses')
      .selectAll()
      .where('account_id', 'in', accountIds)
      .execute();
    return rows.map(fromRow);
  }

  return {
    of: async (accountId) => (await ofAll([accountId]))[0],
    ofAll,
    async ownerOf(address) {
      const row = await query
        .selectFrom('email_addresses')
        .select('account_id')
        .where('verified_as', '=', comparableAddress(address))
        .executeTakeFirst();
      return row?.account_id;
    },
    put: (email) => toldTaken(replace(email)),
  };
}

function toRow({ accountId, address, verified }: AccountEmail): EmailAddressRow {
  return { account_id: accountId, address, verified_as: verified ? comparableAddress(address) : null };
}

function fromRow(row: EmailAddressRow): AccountEmail {
  return { accountId: row.account_id, address: row.address, verified: row.verified_as !== null };
}
