import type { AccountId } from '@signet/contracts';
import type { ProviderLink, ProviderLinkStore } from '@signet/identity/ports';
import { type Database, inTransaction } from '../database.ts';
import type { ProviderLinkRow } from '../schema.ts';
import { appendDeed } from './audit.ts';
import { removeBeside } from './other-way.ts';

export function createSqlProviderLinks(database: Database): ProviderLinkStore {
  const { query } = database;
  return {
    async find(issuer, subject) {
      const row = await query
        .selectFrom('provider_links')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async of(accountId: AccountId) {
      const rows = await query
        .selectFrom('provider_links')
        .selectAll()
        .where('account_id', '=', accountId)
        .execute();
      return rows.map(fromRow).toSorted((one, other) => (one.issuer < other.issuer ? -1 : 1));
    },
    add: (link, deed) =>
      inTransaction(database, async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('provider_links')
          .values(toRow(link))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return 'taken';
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'added';
      }),
    removeBeside: (accountId, issuer, other, deed) =>
      removeBeside(database, accountId, other, deed, (transaction) =>
        transaction
          .deleteFrom('provider_links')
          .where('account_id', '=', accountId)
          .where('issuer', '=', issuer),
      ),
    remove: (accountId, issuer, deed) =>
      inTransaction(database, async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('provider_links')
          .where('account_id', '=', accountId)
          .where('issuer', '=', issuer)
          .executeTakeFirstOrThrow();
        if (numDeletedRows !== 1n) return false;
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
  };
}

function toRow({ accountId, issuer, subject, email, linkedAt }: ProviderLink): ProviderLinkRow {
  return { account_id: accountId, issuer, subject, email: email ?? null, linked_at: linkedAt };
}

function fromRow(row: ProviderLinkRow): ProviderLink {
  return {
    accountId: row.account_id,
    issuer: row.issuer,
    subject: row.subject,
    ...(row.email === null ? {} : { email: row.email }),
    linkedAt: row.linked_at,
  };
}
