import type { ModelProviderStore, StoredModelProvider } from '@signet/control/ports';
import type { Database } from '../database.ts';
import { withDeed } from '../identity/audit.ts';
import type { ModelProviderRow } from '../schema.ts';

const always = () => true;
const asAnswered = (done: boolean) => done;

export function createSqlModelProviders(database: Database): ModelProviderStore {
  const { query } = database;
  return {
    async list() {
      const rows = await query.selectFrom('model_providers').selectAll().execute();
      // As few as they are, their order is made here: databases have orders of their own.
      return rows.map(fromRow).sort((one, other) => (one.name < other.name ? -1 : 1));
    },
    async set(provider, deed) {
      const { name, document, sealed } = toRow(provider);
      await withDeed(database, deed, always, (within) =>
        within
          .insertInto('model_providers')
          .values({ name, document, sealed })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ document, sealed }))
          .execute(),
      );
    },
    remove: (name, deed) =>
      withDeed(database, deed, asAnswered, async (within) => {
        const { numDeletedRows } = await within
          .deleteFrom('model_providers')
          .where('name', '=', name)
          .executeTakeFirstOrThrow();
        return numDeletedRows === 1n;
      }),
    async reseal(name, before, after) {
      const { numUpdatedRows } = await query
        .updateTable('model_providers')
        .set({ sealed: after })
        .where('name', '=', name)
        .where('sealed', '=', before)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}

function toRow({ name, sealed, ...members }: StoredModelProvider): ModelProviderRow {
  return { name, document: JSON.stringify(members), sealed };
}

function fromRow({ name, document, sealed }: ModelProviderRow): StoredModelProvider {
  return { ...JSON.parse(document), name, sealed };
}
