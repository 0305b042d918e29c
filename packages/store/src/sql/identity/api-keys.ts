import type { ApiKeyStore, StoredApiKey } from '@signet/identity/ports';
import type { Kysely } from 'kysely';
import { type Database, inTransaction } from '../database.ts';
import type { ApiKeyRow, Schema } from '../schema.ts';
import { appendDeed, withDeed } from './audit.ts';
import { byCharacters } from './by-characters.ts';

const always = () => true;
const asAnswered = (done: boolean) => done;

export function createSqlApiKeys(database: Database): ApiKeyStore {
  const { query } = database;
  const order = byCharacters(database, 'id');
  const one = async (column: 'id' | 'hash', value: string) => {
    const found = query.selectFrom('api_keys').selectAll().where(column, '=', value);
    const row = await found.executeTakeFirst();
    return row && fromRow(row);
  };
  return {
    async add(key, deed) {
      await withDeed(database, deed, always, (within) => insert(within, key));
    },
    find: (id) => one('id', id),
    findByHash: (hash) => one('hash', hash),
    async list(after, limit) {
      const rows = await query
        .selectFrom('api_keys')
        .selectAll()
        .$if(after !== undefined, (some) => some.where(order, '>', after ?? ''))
        .orderBy(order)
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    succeed: (id, endsAt, successor, deed) =>
      inTransaction(database, async (within) => {
        const { numUpdatedRows } = await within
          .updateTable('api_keys')
          .set(({ eb, ref }) => ({
            expires_at: eb.case().when('expires_at', '<', endsAt).then(ref('expires_at')).else(endsAt).end(),
          }))
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .where((where) =>
            where.or([where('expires_at', 'is', null), where('expires_at', '>', successor.createdAt)]),
          )
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) return false;
        await insert(within, successor);
        if (deed !== undefined) await appendDeed(within, deed);
        return true;
      }),
    revoke: (id, at, deed) =>
      withDeed(database, deed, asAnswered, async (within) => {
        const { numUpdatedRows } = await within
          .updateTable('api_keys')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),
    async used(id, at) {
      await query
        .updateTable('api_keys')
        .set({ last_used_at: at })
        .where('id', '=', id)
        .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<', at)]))
        .execute();
    },
    async forget(before, limit) {
      const over = query
        .selectFrom('api_keys')
        .select('id')
        .where(({ eb, or }) => or([eb('expires_at', '<', before), eb('revoked_at', '<', before)]))
        .limit(limit);
      const { numDeletedRows } = await query
        .deleteFrom('api_keys')
        .where('id', 'in', over)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

async function insert(within: Kysely<Schema>, key: StoredApiKey): Promise<void> {
  await within.insertInto('api_keys').values(toRow(key)).execute();
}

function toRow({
  id,
  hash,
  createdAt,
  expiresAt,
  revokedAt,
  lastUsedAt,
  ...members
}: StoredApiKey): ApiKeyRow {
  return {
    id,
    hash,
    created_at: createdAt,
    expires_at: expiresAt ?? null,
    revoked_at: revokedAt ?? null,
    last_used_at: lastUsedAt ?? null,
    document: JSON.stringify(members),
  };
}

function fromRow({ id, hash, created_at: createdAt, document, ...times }: ApiKeyRow): StoredApiKey {
  const { expires_at: expiresAt, revoked_at: revokedAt, last_used_at: lastUsedAt } = times;
  return {
    ...JSON.parse(document),
    ...{ id, hash, createdAt },
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(revokedAt === null ? {} : { revokedAt }),
    ...(lastUsedAt === null ? {} : { lastUsedAt }),
  };
}
