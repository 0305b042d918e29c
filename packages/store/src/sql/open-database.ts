import { openPostgres, type PostgresLocation } from '../postgres/open.ts';
import { openSqlite, type SqliteLocation } from '../sqlite/open.ts';
import type { Database } from './database.ts';

/**
 * Opens the database and brings its schema to the newest version. PostgreSQL when a `url` is given, else SQLite.
 *
 * @throws SignetError `database_too_new`, `database_unreachable` or `data_folder_not_writable`
 */
export function openDatabase(location: PostgresLocation | SqliteLocation): Promise<Database> {
  return 'url' in location ? openPostgres(location) : openSqlite(location);
}
