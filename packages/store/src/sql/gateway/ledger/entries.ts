import type { Amounts, Labels, LedgerStep, Settlement } from '@signet/gateway/ports';
import { sql } from 'kysely';
import { prepared, preparedForAll } from '../../prepared.ts';
import type { LedgerEntryRow } from '../../schema.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';

export interface NewEntry extends LedgerStep {
  readonly kind: LedgerEntryRow['kind'];
  readonly currency: string;
  readonly settlement?: Settlement & { readonly labels: Labels };
}

type EntryValues = Omit<LedgerEntryRow, 'step'>;

/** The first entry of each, all of which this transaction opened. */
export async function beginEntries(
  on: LedgerTransaction,
  first: readonly { readonly request: string; readonly entry: NewEntry }[],
): Promise<void> {
  await insertFirst(
    on,
    first.map(({ request, entry }) => toRow(entry, { request, at: on.now })),
  );
}

/** Behind those that the request has. Whoever writes holds the request, so that no two write at once. */
export async function appendEntry(on: LedgerTransaction, request: string, entry: NewEntry): Promise<void> {
  await insertNext(on, toRow(entry, { request, at: on.now }));
}

const insertFirst = preparedForAll((query, entries: readonly EntryValues[]) =>
  query.insertInto('ledger_entries').values(entries.map((entry) => ({ ...entry, step: 0 }))),
);

const insertNext = prepared((query, entry: EntryValues) =>
  query.insertInto('ledger_entries').values({
    ...entry,
    step: sql<number>`(select coalesce(max(step), -1) + 1 from ledger_entries where request = ${entry.request})`,
  }),
);

function toRow(
  { kind, currency, reserved, settled, released, settlement }: NewEntry,
  place: Pick<LedgerEntryRow, 'request' | 'at'>,
): EntryValues {
  return {
    ...place,
    kind,
    currency,
    ...columnsOf('reserved', reserved),
    ...columnsOf('settled', settled),
    ...columnsOf('released', released),
    labels: settlement === undefined ? null : JSON.stringify(settlement.labels),
    provenance: settlement?.provenance ?? null,
    priced: settlement === undefined ? null : settlement.priced ? 1 : 0,
    input: settlement?.usage.input ?? null,
    output: settlement?.usage.output ?? null,
  };
}

type ColumnsOf<Name extends string> = Record<`${Name}_micros` | `${Name}_tokens`, number>;

function columnsOf<Name extends string>(name: Name, { micros, tokens }: Amounts): ColumnsOf<Name> {
  return { [`${name}_micros`]: micros, [`${name}_tokens`]: tokens } as ColumnsOf<Name>;
}
