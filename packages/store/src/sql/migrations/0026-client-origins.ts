import type { Kysely } from 'kysely';
import type { Migration } from './migration.ts';

/** Which clients name which origin, asked at each request of a page on another one. */
export const clientOrigins: Migration = {
  version: 26,
  name: 'client origins',
  async up(db) {
    await db.schema
      .createTable('client_origins')
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('client_origins_origin', ['origin', 'client_id'])
      .execute();
    await db.schema.createIndex('client_origins_client').on('client_origins').column('client_id').execute();
    await fill(db as Kysely<Tables>);
  },
};

/** As they are at this step. */
interface Tables {
  readonly clients: { readonly id: string; readonly document: string };
  readonly client_origins: { readonly origin: string; readonly client_id: string };
}

const pageSize = 200;

async function fill(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const page = await db
      .selectFrom('clients')
      .select(['id', 'document'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    for (const { id, document } of page) {
      const { origins = [] } = JSON.parse(document) as { readonly origins?: readonly string[] };
      const rows = [...new Set(origins)].map((origin) => ({ origin, client_id: id }));
      if (rows.length > 0) await db.insertInto('client_origins').values(rows).execute();
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}
