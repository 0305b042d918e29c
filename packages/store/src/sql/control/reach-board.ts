import type { ReachBoard } from '@signet/control/ports';
import type { Database } from '../database.ts';

export function createSqlReachBoard({ query }: Database): ReachBoard {
  return {
    async post({ node, at, followers }) {
      const row = { node, at, document: JSON.stringify(followers) };
      await query
        .insertInto('reach_reports')
        .values(row)
        .onConflict((conflict) => conflict.column('node').doUpdateSet({ at, document: row.document }))
        .execute();
    },
    async since(at) {
      const rows = await query
        .selectFrom('reach_reports')
        .selectAll()
        .where('at', '>=', at)
        .orderBy('node')
        .execute();
      return rows.map(({ document, ...row }) => ({ ...row, followers: JSON.parse(document) }));
    },
    async remove(node) {
      await query.deleteFrom('reach_reports').where('node', '=', node).execute();
    },
    async forget(before) {
      const { numDeletedRows } = await query
        .deleteFrom('reach_reports')
        .where('at', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
