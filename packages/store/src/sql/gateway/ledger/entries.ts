import type { Amounts, Labels, LedgerStep, Settlement } from '@signet/gateway/ports';
import type { SchemaTransaction } from '../../database.ts';
import type { LedgerEntryRow } from '../../schema.ts';

export interface NewEntry extends LedgerStep {
  readonly kind: LedgerEntryRow['kind'];
  readonly currency: string;
  readonly settlement?: Settlement & { readonly labels: Labels };
}

/** Behind those that the request has. Whoever writes holds the request, so that no two write at once. */
export async function appendEntries(
  transaction: SchemaTransaction,
  request: string,
  at: number,
  entries: readonly NewEntry[],
): Promise<void> {
  const last = await transaction
    .selectFrom('ledger_entries')
    .select('step')
    .where('request', '=', request)
    .orderBy('step', 'desc')
    .limit(1)
    .executeTakeFirst();
  const next = (last?.step ?? -1) + 1;
  await transaction
    .insertInto('ledger_entries')
    .values(entries.map((entry, index) => toRow(entry, { request, at, step: next + index })))
    .execute();
}

function toRow(
  { kind, currency, reserved, settled, released, settlement }: NewEntry,
  place: Pick<LedgerEntryRow, 'request' | 'at' | 'step'>,
): LedgerEntryRow {
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
