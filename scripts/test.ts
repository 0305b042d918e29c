import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWebWhenChanged, webSources } from '../apps/server/src/web/web-build.ts';
import { run } from './run.ts';

/**
 * Runs every test, or those whose path contains one of the given words. What a machine lacks (Chromium,
 * PostgreSQL, Redis) is skipped loudly by the tests themselves; with CI set, a skipped test fails the run.
 */
interface Report {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const words = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'signet-test-'));
const reportFile = join(folder, 'report.json');

try {
  // As `npm start` does, so that no server that a test starts builds it again beneath another test.
  await buildWebWhenChanged(webSources(), (text) => process.stdout.write(text));
  const code = run(
    'vitest',
    'run',
    ...words,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  );
  process.exitCode = summarise(JSON.parse(readFileSync(reportFile, 'utf8')) as Report, code);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function summarise(report: Report, code: number): number {
  const skipped = report.numPendingTests;
  process.stdout.write(
    `${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped\n`,
  );
  if (code !== 0) return code;
  if (skipped > 0 && process.env['CI'] !== undefined) {
    process.stdout.write('With CI set nothing may be skipped: install what the messages above name.\n');
    return 1;
  }
  return report.success && report.numPassedTests > 0 ? 0 : 1;
}
