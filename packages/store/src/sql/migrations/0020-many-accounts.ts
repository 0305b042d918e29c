import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DatabaseKind, Migration } from './migration.ts';

/** What it takes to find and list people, and the sessions of one, as fast among a million as among a thousand. */
export const manyAccounts: Migration = {
  version: 20,
  name: 'many accounts',
  async up(db, kind) {
    await createHolders(db, kind);
    await fillHolders(db, kind);
    await indexPages(db, kind);
    await db.schema.dropIndex('sessions_by_account_id').execute();
    await db.schema
      .createIndex('sessions_of_account')
      .on('sessions')
      .columns(['account_id', 'started_at'])
      .execute();
  },
};

/** In the order of characters, which PostgreSQL has to be told. */
function byCharacters(kind: DatabaseKind): RawBuilder<unknown> {
  return kind === 'postgres' ? sql`collate "C"` : sql``;
}

/** Who has a role and who is in a group, by its name: what stands as a list in the row of an account finds nobody. */
async function createHolders(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await sql`
    create table holders (
      kind text not null,
      name text not null,
      username text ${byCharacters(kind)} not null,
      account_id text not null,
      primary key (kind, name, username)
    )`.execute(db);
  await db.schema.createIndex('holders_by_account_id').on('holders').column('account_id').execute();
}

async function fillHolders(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  for (const [name, column] of [
    ['role', 'roles'],
    ['group', 'groups'],
  ] as const) {
    const list = sql.ref(`accounts.${column}`);
    const each =
      kind === 'postgres'
        ? sql`json_array_elements_text(${list}::json) as each_one(value)`
        : sql`json_each(${list}) as each_one`;
    await sql`
      insert into holders (kind, name, username, account_id)
      select distinct ${sql.lit(name)}, each_one.value, accounts.username, accounts.id
      from accounts cross join ${each}`.execute(db);
  }
}

async function indexPages(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const order = byCharacters(kind);
  await sql`create index accounts_disabled on accounts (username ${order}) where disabled = 1`.execute(db);
  // SQLite has these already: its order is that of characters.
  if (kind !== 'postgres') return;
  await sql`create index accounts_by_characters on accounts (username ${order})`.execute(db);
  await sql`create index clients_by_characters on clients (id ${order})`.execute(db);
  await sql`create index totp_factors_by_characters on totp_factors (account_id ${order})`.execute(db);
}
