import { type KeptCall, parseId, type Reference } from '@signet/contracts';
import type { KeptCallStore } from '@signet/control/ports';
import type { Database } from '../database.ts';
import { withDeed } from '../identity/audit.ts';
import type { KeptCallRow } from '../schema.ts';

/** Of one statement, as each may be long. */
const rowsPerInsert = 20;

const anyWent = (count: number) => count > 0;

export function createSqlKeptCalls(database: Database): KeptCallStore {
  const { query } = database;
  return {
    async append(calls) {
      for (let start = 0; start < calls.length; start += rowsPerInsert)
        await query
          .insertInto('kept_calls')
          .values(calls.slice(start, start + rowsPerInsert).map(toRow))
          .onConflict((conflict) => conflict.column('reference').doNothing())
          .execute();
    },
    async find(reference, now) {
      const row = await query
        .selectFrom('kept_calls')
        .selectAll()
        .where('reference', '=', reference)
        .where('forget_at', '>', now)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async list({ route, since, now, limit }) {
      const rows = await query
        .selectFrom('kept_calls')
        .select(['reference', 'at', 'asked', 'provider', 'model'])
        .where('route', '=', route)
        .where('at', '>=', since)
        .where('forget_at', '>', now)
        .orderBy('at', 'desc')
        .orderBy('reference', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ reference, ...rest }) => ({ reference: referenceOf(reference), ...rest }));
    },
    purge: (route, deed) =>
      withDeed(database, deed, anyWent, async (within) => {
        const { numDeletedRows } = await within
          .deleteFrom('kept_calls')
          .where('route', '=', route)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
    async trim(keep, limit) {
      const { numDeletedRows } = await query
        .deleteFrom('kept_calls')
        .where('reference', 'in', (inner) =>
          inner
            .selectFrom('kept_calls')
            .select('reference')
            .orderBy('forget_at', 'desc')
            .orderBy('reference', 'desc')
            .limit(limit)
            .offset(keep),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
    async forget(now, limit) {
      const { numDeletedRows } = await query
        .deleteFrom('kept_calls')
        .where('reference', 'in', (inner) =>
          inner.selectFrom('kept_calls').select('reference').where('forget_at', '<=', now).limit(limit),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function toRow(call: KeptCall): KeptCallRow {
  const { reference, route, at, forgetAt, asked, provider, model } = call;
  const document = JSON.stringify(call);
  return { reference, route, at, forget_at: forgetAt, asked, provider, model, document };
}

function referenceOf(text: string): Reference {
  const reference = parseId('reference', text);
  if (reference === undefined) throw new Error('A kept call has a reference that is none.');
  return reference;
}

function fromRow({ document }: KeptCallRow): KeptCall {
  return JSON.parse(document);
}
