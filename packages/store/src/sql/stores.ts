import type { Stores } from '../stores.ts';
import { createSqlAccounts } from './accounts.ts';
import type { Database } from './database.ts';
import { createSqlRecords } from './records.ts';
import { createSqlRevocations } from './revocations.ts';
import { SqlSessions } from './sessions.ts';
import { createSqlSigningKeys } from './signing-keys.ts';

/** Every durable port over one database; the same queries for SQLite and PostgreSQL. */
export function createSqlStores(database: Database): Stores {
  return {
    accounts: createSqlAccounts(database),
    sessions: new SqlSessions(database),
    revocations: createSqlRevocations(database),
    signingKeys: createSqlSigningKeys(database),
    records: createSqlRecords(database),
  };
}
