import type { KeySeries } from '@signet/contracts';
import {
  assertNext,
  type KeyChange,
  type SigningKeyStore,
  type StoredSigningKey,
} from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { SigningKeyRow } from '../schema.ts';
import { addOnce, appendDeed, withDeed } from './audit.ts';
import { appendRevocation } from './revocations.ts';

export function createSqlSigningKeys(database: Database): SigningKeyStore {
  const { query } = database;
  return {
    async list() {
      const rows = await query
        .selectFrom('signing_keys')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },
    /** The unique index on active keys decides, whatever the number of nodes. */
    addFirst: (key, deed) =>
      addOnce(database, deed, (within) =>
        within
          .insertInto('signing_keys')
          .values(toRow(key))
          .onConflict((conflict) => conflict.doNothing()),
      ),
    addNext(key, after, deed) {
      return inTransaction(database, async (transaction) => {
        assertNext(key);
        const keys = await holdKeys(database.kind, transaction);
        if (after !== undefined && !keys.some(({ id, state }) => id === after && state === 'active')) {
          return 'changed';
        }
        if (await hasNext(transaction, key.series)) return 'exists';
        await transaction.insertInto('signing_keys').values(toRow(key)).execute();
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'added';
      });
    },
    activate: (id, change, deed) =>
      inTransaction(database, async (transaction) => {
        const keys = await holdKeys(database.kind, transaction);
        const next = keys.find((key) => key.id === id && key.state === 'next');
        if (next === undefined) return 'not_next';
        await replaceActive(transaction, next, change);
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'activated';
      }),
    standDown: (id, publishedUntil, deed) =>
      withDeed(
        database,
        deed,
        (answer) => answer === 'stood_down',
        async (within) => {
          const { numUpdatedRows } = await within
            .updateTable('signing_keys')
            .set({ state: 'retiring', published_until: publishedUntil })
            .where('id', '=', id)
            .where('state', '=', 'active')
            .executeTakeFirstOrThrow();
          return numUpdatedRows === 1n ? 'stood_down' : 'not_here';
        },
      ),
    retire: (id, at, deed) =>
      withDeed(
        database,
        deed,
        (answer) => answer === 'retired',
        async (within) => {
          const { numUpdatedRows } = await within
            .updateTable('signing_keys')
            .set({ state: 'retiring', published_until: at })
            .where('id', '=', id)
            .where((row) =>
              row.or([
                row('state', '=', 'next'),
                row.and([row('state', '=', 'retiring'), row('published_until', '>', at)]),
              ]),
            )
            .executeTakeFirstOrThrow();
          return numUpdatedRows === 1n ? 'retired' : 'not_here';
        },
      ),
    revoke: (id, entry, deed) =>
      inTransaction(database, async (transaction) => {
        const key = (await holdKeys(database.kind, transaction)).find((each) => each.id === id);
        if (key === undefined) return 'not_here';
        if (key.state === 'active') return 'signs';
        const publishedUntil = Math.min(key.published_until ?? entry.revokedAt, entry.revokedAt);
        await transaction
          .updateTable('signing_keys')
          .set({ state: 'retiring', published_until: publishedUntil })
          .where('id', '=', id)
          .execute();
        const appended = await appendRevocation(transaction, entry);
        if (deed !== undefined) await appendDeed(transaction, deed);
        return appended;
      }),
    reseal: (seals, deed) =>
      inTransaction(database, async (transaction) => {
        const held = await holdKeys(database.kind, transaction);
        const sealed = new Map(held.map((key) => [key.id, key.sealed_private_jwk]));
        if (!seals.every(({ id, before }) => sealed.get(id) === before)) return 'changed';
        for (const { id, after } of seals) {
          await transaction
            .updateTable('signing_keys')
            .set({ sealed_private_jwk: after })
            .where('id', '=', id)
            .execute();
        }
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'resealed';
      }),
  };
}

type HeldKey = Pick<SigningKeyRow, 'id' | 'state' | 'series' | 'sealed_private_jwk' | 'published_until'>;

/** All of them, so that changes of keys happen in turn. SQLite's transactions here begin with the lock on the whole file. */
function holdKeys(kind: Database['kind'], transaction: SchemaTransaction): Promise<readonly HeldKey[]> {
  return transaction
    .selectFrom('signing_keys')
    .select(['id', 'state', 'series', 'sealed_private_jwk', 'published_until'])
    .orderBy('id')
    .$if(kind === 'postgres', (select) => select.forUpdate())
    .execute();
}

/** Asked after the keys are held: what another node added while this one waited is seen by a new statement alone. */
async function hasNext(transaction: SchemaTransaction, series: KeySeries): Promise<boolean> {
  const next = await transaction
    .selectFrom('signing_keys')
    .select('id')
    .where('state', '=', 'next')
    .where('series', '=', series)
    .executeTakeFirst();
  return next !== undefined;
}

/** In this order, because the unique index lets no two keys of a series be active. */
async function replaceActive(
  transaction: SchemaTransaction,
  { id, series }: Pick<SigningKeyRow, 'id' | 'series'>,
  { at, publishedUntil }: KeyChange,
): Promise<void> {
  await transaction
    .updateTable('signing_keys')
    .set({ state: 'retiring', published_until: publishedUntil })
    .where('state', '=', 'active')
    .where('series', '=', series)
    .execute();
  await transaction
    .updateTable('signing_keys')
    .set({ state: 'active', activated_at: at })
    .where('id', '=', id)
    .execute();
}

function toRow(key: StoredSigningKey): SigningKeyRow {
  return {
    id: key.id,
    algorithm: key.algorithm,
    series: key.series,
    public_jwk: key.publicJwk,
    sealed_private_jwk: key.sealedPrivateJwk,
    state: key.state,
    created_at: key.createdAt,
    activated_at: key.activatedAt ?? null,
    published_until: key.publishedUntil ?? null,
  };
}

function fromRow(row: SigningKeyRow): StoredSigningKey {
  return {
    id: row.id,
    algorithm: row.algorithm,
    series: row.series,
    publicJwk: row.public_jwk,
    sealedPrivateJwk: row.sealed_private_jwk,
    state: row.state,
    createdAt: row.created_at,
    ...(row.activated_at === null ? {} : { activatedAt: row.activated_at }),
    ...(row.published_until === null ? {} : { publishedUntil: row.published_until }),
  };
}
