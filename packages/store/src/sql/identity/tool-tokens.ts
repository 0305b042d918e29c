import type { ToolToken, ToolTokenStore } from '@signet/identity/ports';
import { type Database, inTransaction } from '../database.ts';
import type { ToolTokenRow } from '../schema.ts';
import { appendDeed } from './audit.ts';
import { lockAccount } from './lock-account.ts';

/** Whoever gives a token holds the account, so that none is left of one that is removed meanwhile. */
export function createSqlToolTokens(database: Database): ToolTokenStore {
  const { query, kind } = database;
  return {
    async find(accountId, server) {
      const row = await query
        .selectFrom('tool_tokens')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('server', '=', server)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async of(accountId) {
      const rows = await query
        .selectFrom('tool_tokens')
        .selectAll()
        .where('account_id', '=', accountId)
        .execute();
      // As few as they are, their order is made here: databases have orders of their own.
      return rows.map(fromRow).toSorted((one, other) => (one.server < other.server ? -1 : 1));
    },
    give: (token, deed) =>
      inTransaction(database, async (transaction) => {
        await lockAccount(database, transaction, token.accountId);
        const account = await transaction
          .selectFrom('accounts')
          .select('id')
          .where('id', '=', token.accountId)
          .$if(kind === 'postgres', (select) => select.forShare())
          .executeTakeFirst();
        if (account === undefined) return false;
        const row = toRow(token);
        const { given_at, sealed } = row;
        await transaction
          .insertInto('tool_tokens')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['account_id', 'server']).doUpdateSet({ given_at, sealed }),
          )
          .execute();
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
    async list(after, most) {
      const all = query.selectFrom('tool_tokens').selectAll();
      const behind =
        after === undefined
          ? all
          : all.where(({ and, eb, or }) =>
              or([
                eb('account_id', '>', after.accountId),
                and([eb('account_id', '=', after.accountId), eb('server', '>', after.server)]),
              ]),
            );
      const rows = await behind.orderBy('account_id').orderBy('server').limit(most).execute();
      return rows.map(fromRow);
    },
    async reseal({ accountId, server }, before, after) {
      const { numUpdatedRows } = await query
        .updateTable('tool_tokens')
        .set({ sealed: after })
        .where('account_id', '=', accountId)
        .where('server', '=', server)
        .where('sealed', '=', before)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    remove: (accountId, server, deed) =>
      inTransaction(database, async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('tool_tokens')
          .where('account_id', '=', accountId)
          .where('server', '=', server)
          .executeTakeFirstOrThrow();
        if (numDeletedRows !== 1n) return false;
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
  };
}

function toRow({ accountId, server, givenAt, sealed }: ToolToken): ToolTokenRow {
  return { account_id: accountId, server, given_at: givenAt, sealed };
}

function fromRow({ account_id, server, given_at, sealed }: ToolTokenRow): ToolToken {
  return { accountId: account_id, server, givenAt: given_at, sealed };
}
