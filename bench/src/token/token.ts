import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findProgram, temporaryFolder } from '@signet/testing/machine';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { median } from '../measure/percentile.ts';
import { say } from '../report/output.ts';
import { measureDecoding } from './decoding.ts';
import { measurePage } from './page.ts';
import { makeSubjects, type Subject } from './subjects.ts';
import type { TokenRow } from './token-row.ts';
import { verificationRate } from './verification-rate.ts';
import { jwtCli, type Library, libraries } from './verifiers.ts';

export const token: Bench = {
  name: 'token',
  purpose: 'verifying with each algorithm beside other libraries; decoding, in Node and in the page',
  run,
};

const page = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

async function run(options: BenchOptions, signal: AbortSignal): Promise<Findings> {
  using scratch = temporaryFolder();
  const rates = isWanted('verify', options) ? await measureRates(options, scratch.path, signal) : [];
  const decoding = isWanted('decode', options)
    ? [measureDecoding('decode-8kb', 8 * 1024, 250), measureDecoding('decode-1mb', 1024 * 1024, 20)]
    : [];
  const shown = isWanted('page', options) ? await measureBuiltPage(options, signal) : [];
  const rows = [...rates, ...decoding, ...shown];
  return {
    columns: [
      { title: 'row' },
      { title: 'verifications/s' },
      { title: 'p50 ms', decimals: 2 },
      { title: 'p95 ms', decimals: 2 },
      { title: 'KB compressed', decimals: 1 },
    ],
    table: rows.map((row) => [
      row.name,
      row.verificationsPerSecond,
      row.p50Ms,
      row.p95Ms,
      row.compressedKilobytes,
    ]),
    rows,
  };
}

function isWanted(part: 'verify' | 'decode' | 'page', { only }: BenchOptions): boolean {
  return only === undefined || only.includes(part);
}

async function measureRates(
  { rounds, seconds }: BenchOptions,
  folder: string,
  signal: AbortSignal,
): Promise<readonly TokenRow[]> {
  const cli = findProgram('jwt');
  if (cli === undefined) say('!! jwt (jwt-cli) is not installed: its rows are missing from the table.');
  const measured = [...libraries, ...(cli === undefined ? [] : [jwtCli(cli, folder)])];
  const rows: TokenRow[] = [];
  for (const subject of makeSubjects()) {
    // Some eighty pairs of algorithm and library: each gets a share of what one measurement may take.
    const found = await measureSubject(subject, measured, { rounds, ms: seconds * 50 }, signal);
    rows.push(...found);
    say(
      found
        .map(({ name, verificationsPerSecond = 0 }) => `${name} ${Math.round(verificationsPerSecond)}/s`)
        .join(', '),
    );
  }
  return rows;
}

async function measureSubject(
  subject: Subject,
  measured: readonly Library[],
  { rounds, ms }: { readonly rounds: number; readonly ms: number },
  signal: AbortSignal,
): Promise<readonly TokenRow[]> {
  const rows: TokenRow[] = [];
  for (const library of measured) {
    const verify = await library.prepare(subject);
    if (verify === undefined) continue;
    const rates: number[] = [];
    for (let round = 0; round < rounds; round += 1)
      rates.push(await verificationRate(subject, verify, ms, signal));
    rows.push({ name: `${subject.algorithm}-${library.name}`, verificationsPerSecond: median(rates) });
  }
  return rows;
}

async function measureBuiltPage({ rounds }: BenchOptions, signal: AbortSignal): Promise<readonly TokenRow[]> {
  const chrome = findChromium(process.env);
  if (chrome === undefined) {
    say('!! Chromium is not installed: the rows of the page are missing from the table.');
    return [];
  }
  if (!existsSync(join(page, 'index.html')))
    throw new Error('The page is not built: npm run build -w apps/web');
  return measurePage(chrome, page, 10 + 20 * rounds, signal);
}
