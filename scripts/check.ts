import { run } from './run.ts';

/**
 * Everything that can be said of the sources without running the product; `--fix` formats what it can, `--without-tests` leaves
 * out what `npm test` runs as well.
 */
const fix = process.argv.includes('--fix');
const withTests = !process.argv.includes('--without-tests');

type Check = readonly [name: string, check: () => number];

const rulesAndDocs: Check = [
  'rules and docs',
  () => run('vitest', 'run', '--reporter=dot', 'scripts/', 'packages/contracts/src/errors'),
];

const checks: readonly Check[] = [
  // One graph: each room is checked once, and those above it read its declarations.
  ['types', () => run('tsc', '-b')],
  ['lint and format', () => run('biome', 'check', '--error-on-warnings', ...(fix ? ['--write'] : []), '.')],
  ['dead code', () => run('knip')],
  ...(withTests ? [rulesAndDocs] : []),
];

const failed = checks.filter(([name, check]) => {
  process.stdout.write(`\n== ${name}\n`);
  return check() !== 0;
});

process.stdout.write(
  failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.map(([name]) => name).join(', ')}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
