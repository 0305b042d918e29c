import type { ProtocolEntry, ProtocolKey, ProtocolStore, ProtocolUse } from '@signet/identity/ports';
import type { Database } from '../database.ts';
import type { ProtocolEntryRow } from '../schema.ts';

export function createSqlProtocol({ query }: Database): ProtocolStore {
  async function find({ kind, hash }: ProtocolKey, now: number): Promise<ProtocolEntry | undefined> {
    const row = await query
      .selectFrom('protocol_entries')
      .selectAll()
      .where('kind', '=', kind)
      .where('hash', '=', hash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    return row && fromRow(row);
  }

  /** One statement: of parallel calls the database lets only one find the entry unused. */
  async function useFirst({ kind, hash }: ProtocolKey, now: number): Promise<ProtocolEntry | undefined> {
    const row = await query
      .updateTable('protocol_entries')
      .set({ used_at: now })
      .where('kind', '=', kind)
      .where('hash', '=', hash)
      .where('expires_at', '>', now)
      .where('used_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    return row && fromRow(row);
  }

  return {
    find,
    async put(entry) {
      const row = toRow(entry);
      const { document, expires_at } = row;
      await query
        .insertInto('protocol_entries')
        .values(row)
        .onConflict((conflict) => conflict.columns(['kind', 'hash']).doUpdateSet({ document, expires_at }))
        .execute();
    },
    async use(key, now): Promise<ProtocolUse | undefined> {
      const used = await useFirst(key, now);
      if (used !== undefined) return { kind: 'used', entry: used };
      const entry = await find(key, now);
      return entry && { kind: 'used_before', entry };
    },
    async remove({ kind, hash }) {
      await query.deleteFrom('protocol_entries').where('kind', '=', kind).where('hash', '=', hash).execute();
    },
    async forget(before, limit) {
      const over = await query
        .selectFrom('protocol_entries')
        .select(['kind', 'hash'])
        .where('expires_at', '<', before)
        .limit(limit)
        .execute();
      if (over.length === 0) return 0;
      const hashes = over.map(({ hash }) => hash);
      const { numDeletedRows } = await query
        .deleteFrom('protocol_entries')
        .where('hash', 'in', hashes)
        .where('expires_at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function toRow(entry: ProtocolEntry): ProtocolEntryRow {
  return {
    kind: entry.kind,
    hash: entry.hash,
    document: entry.document,
    expires_at: entry.expiresAt,
    used_at: entry.usedAt ?? null,
  };
}

function fromRow(row: ProtocolEntryRow): ProtocolEntry {
  return {
    kind: row.kind,
    hash: row.hash,
    document: row.document,
    expiresAt: row.expires_at,
    ...(row.used_at === null ? {} : { usedAt: row.used_at }),
  };
}
