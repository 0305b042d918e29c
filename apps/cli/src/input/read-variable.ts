import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';

/**
 * The value of an environment variable.
 * @param what What it should hold, such as `the secret`.
 * @throws CommandFailure when it is not set, empty or no UTF-8, of which Node lets only U+FFFD through
 */
export function readVariable({ environment }: Context, name: string, what: string): string {
  const value = environment[name];
  if (value?.includes('\ufffd') === true) throw notText(name, what);
  if (value !== undefined && value !== '') return value;
  throw usageFailure({
    sentence: `The environment variable ${name} is not set.`,
    expected: `the name of a variable that holds ${what}`,
    fix: `Give the name of the variable, not ${what} itself.`,
  });
}

function notText(name: string, what: string): Error {
  return usageFailure({
    sentence: `The environment variable ${name} is not UTF-8 text.`,
    expected: 'text in UTF-8',
    actual: 'other bytes',
    fix: `Put ${what} into a file, which is read byte for byte.`,
  });
}
