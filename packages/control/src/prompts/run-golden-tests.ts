import type { GoldenTest } from '@signet/contracts';

/** Tests that ask their models at once. */
const testsAtOnce = 4;

/** What each test comes to, a few at a time; after those among which one `ends` it, no other is run. */
export async function runInTurn<Test extends { readonly test: GoldenTest }, Verdict>(
  tests: readonly Test[],
  run: (test: Test) => Promise<Verdict>,
  ends: (verdict: Verdict) => boolean = () => false,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (let from = 0; from < tests.length && !verdicts.some(ends); from += testsAtOnce)
    verdicts.push(...(await Promise.all(tests.slice(from, from + testsAtOnce).map(run))));
  return verdicts;
}
