import { type Consent, type ConsentPlace, type ConsentStore, mergeConsent } from '@signet/identity/ports';
import type { Kysely } from 'kysely';
import { type Database, inTransaction } from '../database.ts';
import type { ConsentRow, Schema } from '../schema.ts';
import { appendDeed } from './audit.ts';
import { lockAccount } from './lock-account.ts';

/** Whoever changes what an account agreed to holds that account, so that a withdrawal and an agreement happen in turn. */
export function createSqlConsents(database: Database): ConsentStore {
  const { query, kind } = database;
  return {
    find: (place) => consentAt(query, place),
    async of(accountId) {
      const rows = await query
        .selectFrom('consents')
        .selectAll()
        .where('account_id', '=', accountId)
        .execute();
      return rows.map(fromRow).toSorted((one, other) => one.agreedAt - other.agreedAt);
    },
    agree: (given, deed) =>
      inTransaction(database, async (transaction) => {
        await lockAccount(database, transaction, given.accountId);
        const account = await transaction
          .selectFrom('accounts')
          .select('id')
          .where('id', '=', given.accountId)
          .$if(kind === 'postgres', (select) => select.forShare())
          .executeTakeFirst();
        if (account === undefined) return;
        const row = toRow(mergeConsent(await consentAt(transaction, given), given));
        await transaction
          .insertInto('consents')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['account_id', 'client_id', 'organization_id', 'audience']).doUpdateSet(row),
          )
          .execute();
        if (deed !== undefined) await appendDeed(transaction, deed);
      }),
    async used({ accountId, clientId, audience, organization }, at, unlessSince) {
      await query
        .updateTable('consents')
        .set({ last_used_at: at })
        .where('account_id', '=', accountId)
        .where('client_id', '=', clientId)
        .where('organization_id', '=', organization ?? '')
        .where('audience', '=', audience)
        .where(({ or, eb }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<', unlessSince)]))
        .execute();
    },
    withdraw: (accountId, clientId, deed) =>
      inTransaction(database, async (transaction) => {
        await lockAccount(database, transaction, accountId);
        const { numDeletedRows } = await transaction
          .deleteFrom('consents')
          .where('account_id', '=', accountId)
          .where('client_id', '=', clientId)
          .executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) return false;
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
    async removeOfClient(clientId) {
      await query.deleteFrom('consents').where('client_id', '=', clientId).execute();
    },
  };
}

async function consentAt(
  query: Kysely<Schema>,
  { accountId, clientId, audience, organization }: ConsentPlace,
): Promise<Consent | undefined> {
  const row = await query
    .selectFrom('consents')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('client_id', '=', clientId)
    .where('organization_id', '=', organization ?? '')
    .where('audience', '=', audience)
    .executeTakeFirst();
  return row && fromRow(row);
}

function toRow(consent: Consent): ConsentRow {
  return {
    account_id: consent.accountId,
    client_id: consent.clientId,
    organization_id: consent.organization ?? '',
    audience: consent.audience,
    scopes: JSON.stringify(consent.scopes),
    client_name: consent.seen.name,
    redirect_uris: JSON.stringify(consent.seen.redirectUris),
    agreed_at: consent.agreedAt,
    last_used_at: consent.lastUsedAt ?? null,
  };
}

function fromRow(row: ConsentRow): Consent {
  return {
    accountId: row.account_id,
    clientId: row.client_id,
    audience: row.audience,
    ...(row.organization_id === '' ? {} : { organization: row.organization_id }),
    scopes: JSON.parse(row.scopes),
    seen: { name: row.client_name, redirectUris: JSON.parse(row.redirect_uris) },
    agreedAt: row.agreed_at,
    ...(row.last_used_at === null ? {} : { lastUsedAt: row.last_used_at }),
  };
}
