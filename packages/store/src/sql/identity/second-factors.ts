import type { AccountId } from '@signet/contracts';
import type { SecondFactorStore, StoredTotp } from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { TotpRow } from '../schema.ts';
import { appendDeed, withDeed } from './audit.ts';
import { byCharacters } from './by-characters.ts';
import { lockAccount } from './lock-account.ts';

export function createSqlSecondFactors(database: Database): SecondFactorStore {
  const { query } = database;
  const order = byCharacters(database, 'account_id');
  return {
    async find(id) {
      const row = await query
        .selectFrom('totp_factors')
        .selectAll()
        .where('account_id', '=', id)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    add: (totp, codes, deed) =>
      inTransaction(database, async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('totp_factors')
          .values(toRow(totp))
          .onConflict((conflict) => conflict.column('account_id').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return 'exists';
        await writeCodes(transaction, totp.accountId, codes);
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'added';
      }),
    remove: (id, deed, leaves) =>
      inTransaction(database, async (transaction) => {
        if (leaves?.keepsCodes !== true) await writeCodes(transaction, id, []);
        const { numDeletedRows } = await transaction
          .deleteFrom('totp_factors')
          .where('account_id', '=', id)
          .executeTakeFirstOrThrow();
        if (numDeletedRows !== 1n) return false;
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
    async useStep(id, step) {
      const { numUpdatedRows } = await query
        .updateTable('totp_factors')
        .set({ last_step: step, failures: 0 })
        .where('account_id', '=', id)
        .where('last_step', '<', step)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async countFailure(id, seen, at) {
      const { numUpdatedRows } = await query
        .updateTable('totp_factors')
        .set({ failures: seen + 1, failed_at: at })
        .where('account_id', '=', id)
        .where('failures', '=', seen)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    useCode: (id, hash, deed) =>
      withDeed(
        database,
        deed,
        (used) => used,
        async (within) => {
          const { numDeletedRows } = await within
            .deleteFrom('recovery_codes')
            .where('account_id', '=', id)
            .where('hash', '=', hash)
            .executeTakeFirstOrThrow();
          return numDeletedRows === 1n;
        },
      ),
    replaceCodes: (id, codes, deed) =>
      inTransaction(database, async (transaction) => {
        // So that of two who replace at once the codes of one are left, and not those of both.
        await lockAccount(database, transaction, id);
        await writeCodes(transaction, id, codes);
        if (deed !== undefined) await appendDeed(transaction, deed);
      }),
    async codesLeft(id) {
      const { count } = await query
        .selectFrom('recovery_codes')
        .select((expression) => expression.fn.countAll().as('count'))
        .where('account_id', '=', id)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async list(after, limit) {
      const rows = await query
        .selectFrom('totp_factors')
        .selectAll()
        .$if(after !== undefined, (some) => some.where(order, '>', after ?? ''))
        .orderBy(order)
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    async reseal(id, before, after) {
      const { numUpdatedRows } = await query
        .updateTable('totp_factors')
        .set({ sealed_secret: after })
        .where('account_id', '=', id)
        .where('sealed_secret', '=', before)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}

async function writeCodes(
  transaction: SchemaTransaction,
  id: AccountId,
  codes: readonly string[],
): Promise<void> {
  await transaction.deleteFrom('recovery_codes').where('account_id', '=', id).execute();
  if (codes.length === 0) return;
  const rows = codes.map((hash) => ({ account_id: id, hash }));
  await transaction.insertInto('recovery_codes').values(rows).execute();
}

function toRow(totp: StoredTotp): TotpRow {
  return {
    account_id: totp.accountId,
    sealed_secret: totp.sealedSecret,
    added_at: totp.addedAt,
    last_step: totp.lastStep,
    failures: totp.failures,
    failed_at: totp.failedAt,
  };
}

function fromRow(row: TotpRow): StoredTotp {
  return {
    accountId: row.account_id,
    sealedSecret: row.sealed_secret,
    addedAt: row.added_at,
    lastStep: row.last_step,
    failures: row.failures,
    failedAt: row.failed_at,
  };
}
