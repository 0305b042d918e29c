import { type Kysely, sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * A session is a person who signed in; what a client was granted in it and the refresh tokens that stand for that get
 * tables of their own. Whoever was signed in stays so: each session gets the grant and the family that it was.
 */
export const grantsAndFamilies: Migration = {
  version: 3,
  name: 'grants and families',
  async up(db) {
    await createGrants(db);
    await createFamilies(db);
    await splitSessions(db as Kysely<Before>);
    await moveTokens(db);
    await describeSessions(db);
  },
};

interface Before {
  readonly sessions: { audience: string };
}

async function createGrants(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('grants')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('audiences', 'text', (column) => column.notNull())
    .addColumn('granted_at', 'bigint', (column) => column.notNull())
    .execute();
}

async function createFamilies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('families')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id'))
    .addColumn('grant_id', 'text', (column) => column.notNull().references('grants.id'))
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('end_reason', 'text')
    .execute();
  await createIndex(db, 'families', 'session_id');
  await createIndex(db, 'families', 'grant_id');
}

/** The ids keep the random part of their session's: behind `ses_`, which is as long as `grt_` and `fam_`. */
async function splitSessions(db: Kysely<Before>): Promise<void> {
  for (const { audience } of await db.selectFrom('sessions').select('audience').distinct().execute()) {
    const audiences = JSON.stringify([audience]);
    await sql`
      insert into grants (id, account_id, client_id, scopes, audiences, granted_at)
      select 'grt_' || substr(id, 5), account_id, 'signet', '"all"', ${audiences}, started_at
      from sessions where audience = ${audience}`.execute(db);
  }
  await sql`
    insert into families (id, session_id, grant_id, started_at, ended_at, end_reason)
    select 'fam_' || substr(id, 5), id, 'grt_' || substr(id, 5), started_at, ended_at,
      case when end_reason is null or end_reason = 'refresh_token_reused' then end_reason else 'session_ended' end
    from sessions`.execute(db);
}

/** Into a new table, because SQLite cannot take a column away that refers to another table. */
async function moveTokens(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('family_tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('family_id', 'text', (column) => column.notNull().references('families.id'))
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('issued_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('successor_hash', 'text')
    .execute();
  await sql`
    insert into family_tokens (id, family_id, hash, issued_at, expires_at, used_at, successor_hash)
    select id, 'fam_' || substr(session_id, 5), hash, issued_at, expires_at, used_at, successor_hash
    from refresh_tokens`.execute(db);
  await db.schema.dropTable('refresh_tokens').execute();
  await db.schema.alterTable('family_tokens').renameTo('refresh_tokens').execute();
  await createIndex(db, 'refresh_tokens', 'family_id');
}

/** All who were signed in so far had shown a password, and on what device was not kept. */
async function describeSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('sessions')
    .addColumn('factors', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await sql`update sessions set factors = '[{"method":"pwd","at":' || started_at || '}]'`.execute(db);
  await db.schema.alterTable('sessions').addColumn('device_id', 'text').execute();
  await db.schema.alterTable('sessions').addColumn('device_agent', 'text').execute();
  await db.schema.alterTable('sessions').dropColumn('audience').execute();
}

function createIndex(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  return db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}
