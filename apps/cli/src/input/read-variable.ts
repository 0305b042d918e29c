import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';

/**
 * The value of an environment variable.
 * @param what What it should hold, such as `the secret`.
 * @throws CommandFailure when it is not set or empty
 */
export function readVariable({ environment }: Context, name: string, what: string): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw usageFailure({
    sentence: `The environment variable ${name} is not set.`,
    expected: `the name of a variable that holds ${what}`,
    fix: `Give the name of the variable, not ${what} itself.`,
  });
}
