import { join } from 'node:path';
import { createSqlStores, openDatabase, type Stores } from '@signet/store';
import { temporaryFolder } from '@signet/testing/machine';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { median } from '../measure/percentile.ts';
import { say } from '../report/output.ts';

export const ledger: Bench = {
  name: 'ledger',
  purpose:
    'reserving and settling a question to a model on SQLite, and booking one that no budget counts: no HTTP',
  run,
};

type Ledger = Stores['ledger'];
type LedgerRequest = Parameters<Ledger['reserve']>[0];

/** What is measured, at so many questions at once. */
interface Row {
  /** As in the results; never changes. */
  readonly name: string;
  readonly budgets: number;
  readonly atOnce: number;
}

const all: readonly Row[] = [
  { name: 'budgets-one-by-one', budgets: 2, atOnce: 1 },
  { name: 'budgets-16-at-once', budgets: 2, atOnce: 16 },
  { name: 'free-one-by-one', budgets: 0, atOnce: 1 },
  { name: 'free-16-at-once', budgets: 0, atOnce: 16 },
];
const warmUpMs = 1_000;

async function run({ rounds, seconds, only }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  const rows = all.filter(({ name }) => only?.includes(name) ?? true);
  const measured = rows.map((row) => ({ row, samples: [] as Figures[] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const { row, samples } of measured) {
      const figures = await measure(row, seconds * 1_000, signal);
      samples.push(figures);
      say(`round ${round}: ${row.name} ${figures.cpu.toFixed(0)} µs CPU`);
    }
  }
  const found = measured.map(({ row: { name }, samples }) => ({
    name,
    cpuMicrosPerRequest: median(samples.map(({ cpu }) => cpu)),
    requestsPerSecond: median(samples.map(({ rate }) => rate)),
  }));
  return {
    columns: [{ title: 'row' }, { title: 'CPU µs', decimals: 0 }, { title: 'questions/s', decimals: 0 }],
    table: found.map((row) => [row.name, row.cpuMicrosPerRequest, row.requestsPerSecond]),
    rows: found,
  };
}

interface Figures {
  /** Microseconds of this process, user and system, for one question. */
  readonly cpu: number;
  readonly rate: number;
}

/** In a file of its own; at the end the books must add up, and count each question once. */
async function measure(row: Row, milliseconds: number, signal: AbortSignal): Promise<Figures> {
  using folder = temporaryFolder();
  await using resources = new AsyncDisposableStack();
  const database = await openDatabase({ file: join(folder.path, 'ledger.db') });
  resources.defer(() => database.close());
  const { ledger: asked, costs } = createSqlStores(database);
  const ask = row.budgets > 0 ? reserveAndSettle : book;
  const before = await askFor(warmUpMs, 0);
  const spent = process.cpuUsage();
  const begun = performance.now();
  const count = (await askFor(milliseconds, before)) - before;
  const { user, system } = process.cpuUsage(spent);
  const took = performance.now() - begun;
  const { requests, open, faults } = await costs.check();
  if (requests !== before + count || open > 0 || faults.length > 0)
    throw new Error(
      `Of ${before + count} questions the ledger has ${requests}, and ${faults.length} faults.`,
    );
  return { cpu: (user + system) / count, rate: (count * 1_000) / took };

  /** Answers the number of the next question. */
  async function askFor(long: number, first: number): Promise<number> {
    const end = performance.now() + long;
    let next = first;
    while (performance.now() < end) {
      signal.throwIfAborted();
      const many = Array.from({ length: row.atOnce }, () => ask(asked, question(next++, row.budgets)));
      await Promise.all(many);
    }
    return next;
  }
}

async function reserveAndSettle(asked: Ledger, request: LedgerRequest): Promise<void> {
  const { kind } = await asked.reserve(request);
  if (kind !== 'reserved') throw new Error(`A question that has room was ${kind}.`);
  await asked.settle(request.id, settlement);
}

async function book(asked: Ledger, request: LedgerRequest): Promise<void> {
  await asked.book(request, settlement);
}

const settlement: Parameters<Ledger['settle']>[1] = {
  cost: { micros: 0, tokens: 180 },
  usage: { input: 62, output: 120 },
  provenance: 'provider',
  priced: false,
};

const people = 100;
const endsAt = Date.UTC(2090, 0, 2);

/** Of a budget that all share, and one of each of a hundred people. */
function question(number: number, budgets: number): LedgerRequest {
  const keys = ['all', `person ${number % people}`].slice(0, budgets);
  return {
    id: `question ${number}`,
    pages: keys.map((key) => ({ key, budget: key, counts: 'tokens', limit: 1e12, endsAt, soft: false })),
    most: { micros: 0, tokens: 500 },
    currency: 'USD',
    leaseFor: 60_000,
    labels: { model: 'm', provider: 'p', route: 'r' },
  };
}
