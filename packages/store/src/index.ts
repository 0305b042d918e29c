export { createMemoryStores } from './memory/stores.ts';
export type { PostgresLocation } from './postgres/open.ts';
export type { Database } from './sql/database.ts';
export { openDatabase } from './sql/open-database.ts';
export { createSqlStores } from './sql/stores.ts';
export type { SqliteLocation } from './sqlite/open.ts';
export type { Stores } from './stores.ts';
