import type { SigningKeyStore, StoredSigningKey } from '@signet/identity/ports';
import type { Database } from '../database.ts';
import type { SigningKeyRow } from '../schema.ts';

export function createSqlSigningKeys({ query }: Database): SigningKeyStore {
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
    async addFirst(key) {
      const { numInsertedOrUpdatedRows } = await query
        .insertInto('signing_keys')
        .values(toRow(key))
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n ? 'added' : 'exists';
    },
  };
}

function toRow(key: StoredSigningKey): SigningKeyRow {
  return {
    id: key.id,
    algorithm: key.algorithm,
    public_jwk: key.publicJwk,
    sealed_private_jwk: key.sealedPrivateJwk,
    state: key.state,
    created_at: key.createdAt,
  };
}

function fromRow(row: SigningKeyRow): StoredSigningKey {
  return {
    id: row.id,
    algorithm: row.algorithm,
    publicJwk: row.public_jwk,
    sealedPrivateJwk: row.sealed_private_jwk,
    state: row.state,
    createdAt: row.created_at,
  };
}
