import { refusal, SignetError } from '@signet/contracts';
import { type Kysely, sql, type Transaction } from 'kysely';
import { migrations } from './index.ts';
import type { DatabaseKind, Migration } from './migration.ts';

interface VersionTable {
  readonly schema_versions: { version: number; name: string };
}

/** Any constant will do, as long as every Signet uses the same. */
const lockNumber = 5_163_438_214;

/**
 * Brings the schema to the newest version, in one transaction: another node that starts at the same moment waits
 * (PostgreSQL: an advisory lock; SQLite: the write lock that every transaction here begins with).
 *
 * Our own few lines rather than Kysely's `Migrator`, because that one makes its tables before it takes the lock
 * and does not tell a database that is newer than the program from a damaged history.
 *
 * @throws SignetError `database_too_new`, with nothing changed
 */
export async function migrate(
  kind: DatabaseKind,
  query: Kysely<unknown>,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  await (query as Kysely<VersionTable>).transaction().execute(async (transaction) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${lockNumber})`.execute(transaction);
    const current = await currentVersion(transaction);
    if (current > steps.length) throw tooNew(current, steps.length);
    for (const step of steps.slice(current)) await apply(transaction, step, kind);
  });
}

async function currentVersion(transaction: Transaction<VersionTable>): Promise<number> {
  await transaction.schema
    .createTable('schema_versions')
    .ifNotExists()
    .addColumn('version', 'bigint', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
  const { newest } = await transaction
    .selectFrom('schema_versions')
    .select(({ fn }) => fn.max('version').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

async function apply(
  transaction: Transaction<VersionTable>,
  step: Migration,
  kind: DatabaseKind,
): Promise<void> {
  await step.up(transaction as unknown as Kysely<unknown>, kind);
  await transaction
    .insertInto('schema_versions')
    .values({ version: step.version, name: step.name })
    .execute();
}

function tooNew(found: number, known: number): SignetError {
  return new SignetError(refusal('database_too_new', { found, known }));
}
