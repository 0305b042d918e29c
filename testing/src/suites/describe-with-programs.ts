import { spawnSync } from 'node:child_process';
import { describeUnlessMissing } from './leave-out.ts';

/** A program by its name, or a command that ends well where the machine has what it asks for, such as a library. */
export type Needed = string | readonly [string, ...string[]];

/** Tests that need programs of the machine. */
export function describeWithPrograms(needed: readonly Needed[], name: string, tests: () => void): void {
  const missing = needed.filter((each) => !isThere(each)).map((each) => [each].flat().join(' '));
  describeUnlessMissing(name, missing.length === 0 ? undefined : missing.join(' and '), tests);
}

function isThere(needed: Needed): boolean {
  if (typeof needed === 'string') return spawnSync(needed, { stdio: 'ignore' }).error === undefined;
  const [program, ...words] = needed;
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
