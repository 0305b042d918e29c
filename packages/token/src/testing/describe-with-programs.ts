import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** A program by its name, or a command that ends well where the machine has what it asks for, such as a library. */
export type Needed = string | readonly [string, ...string[]];

/** Tests that need programs of the machine. Without one they are left out, and say so; with CI set that is a failure. */
export function describeWithPrograms(needed: readonly Needed[], name: string, tests: () => void): void {
  const missing = needed.filter((each) => !isThere(each)).map((each) => [each].flat().join(' '));
  if (missing.length === 0) {
    describe(name, tests);
    return;
  }
  leaveOut(name, missing.join(' and '));
}

/** Says which tests are left out and what they need. With CI set nothing may be. */
export function leaveOut(name: string, missing: string): void {
  const message = `LEFT OUT: "${name}" needs ${missing}, not found on this machine.`;
  if (process.env['CI'] !== undefined) throw new Error(message);
  process.stderr.write(`\n${message}\n`);
  it.skip(name);
}

function isThere(needed: Needed): boolean {
  if (typeof needed === 'string') return spawnSync(needed, { stdio: 'ignore' }).error === undefined;
  const [program, ...words] = needed;
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
