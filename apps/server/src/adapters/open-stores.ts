import { join } from 'node:path';
import { createSqlStores, openDatabase, type PostgresDeadlines, type Stores } from '@signet/store';
import type { Logger } from '../logging/logger.ts';
import type { Settings } from '../options/options.ts';
import type { StoreAddresses } from '../startup/store-addresses.ts';

/** Every durable port over one database. */
export interface OpenStores extends Stores {
  close(): Promise<void>;
}

/**
 * PostgreSQL where DATABASE_URL names one, otherwise SQLite in the data folder.
 * @throws SignetError `database_unreachable`, `database_too_new`
 */
export async function openStores(
  settings: Settings,
  addresses: Pick<StoreAddresses, 'databaseUrl' | 'databaseUrlOfNow'>,
  log: Logger,
  deadlines?: PostgresDeadlines,
): Promise<OpenStores> {
  const database = await openDatabase(
    addresses.databaseUrl === undefined
      ? { file: join(settings.dataFolder, 'signet.db') }
      : {
          url: addresses.databaseUrl,
          ...(addresses.databaseUrlOfNow === undefined ? {} : { urlOfNow: addresses.databaseUrlOfNow }),
          ...(deadlines === undefined ? {} : { deadlines }),
          onConnectionLost: (code) => log.warn({ code }, 'A connection to the database was lost'),
        },
  );
  return { ...createSqlStores(database), close: () => database.close() };
}
