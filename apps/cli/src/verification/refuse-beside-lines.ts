import { usageFailure } from '../failure.ts';
import { optionOf } from './option-of.ts';

/**
 * With `--jsonl` each line says for itself what is asked of its token: what is asked on the command line would not be.
 * @param members what a line may ask for
 * @throws CommandFailure which names what would have been left out
 */
export function refuseBesideLines(
  argument: string | undefined,
  options: Readonly<Record<string, unknown>>,
  members: string,
): void {
  const { json: _json, jsonl: _jsonl, ...others } = options;
  const beside = Object.keys(others).find((name) => others[name] !== undefined);
  if (beside === undefined && argument === undefined) return;
  throw usageFailure({
    sentence:
      'With --jsonl each line says what is asked of its token; what stands beside it would not be asked.',
    expected: '--jsonl alone',
    actual: beside === undefined ? 'a token beside --jsonl' : `${optionOf(beside)} beside --jsonl`,
    fix: `Give it as a member of each line: ${members}.`,
  });
}
