import type { Parameters } from 'fast-check';

/** The seed of every run that names no other, so that a failure in CI is the same everywhere. */
const usualSeed = 20_261_127;

/**
 * How often and with which seed to fuzz. `SIGNET_FUZZ_RUNS` multiplies the runs, `SIGNET_FUZZ_SEED` is a number or
 * `random`: `SIGNET_FUZZ_SEED=random SIGNET_FUZZ_RUNS=100 npm test -- fuzz` looks further than CI does. The seed is
 * in the message of a failure.
 */
export function fuzzRuns<Ts>(runs: number): Parameters<Ts> {
  const times = Number(process.env['SIGNET_FUZZ_RUNS'] ?? 1);
  if (!Number.isInteger(times) || times < 1) throw new Error('SIGNET_FUZZ_RUNS must be a whole number.');
  return { seed, numRuns: runs * times };
}

const seed = chooseSeed(process.env['SIGNET_FUZZ_SEED']);

function chooseSeed(asked: string | undefined): number {
  if (asked === undefined) return usualSeed;
  const chosen = asked === 'random' ? Math.trunc(Math.random() * 0x7fff_ffff) : Number(asked);
  if (!Number.isInteger(chosen)) throw new Error('SIGNET_FUZZ_SEED must be a whole number or random.');
  process.stdout.write(`fuzzing with seed ${chosen}\n`);
  return chosen;
}
