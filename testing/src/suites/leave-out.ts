import { describe, it } from 'vitest';

/**
 * Tests that need something of the machine. Where it is `missing` they are left out, and say so; with CI set that is
 * a failure, as nothing may be skipped there.
 */
export function describeUnlessMissing(name: string, missing: string | undefined, tests: () => void): void {
  if (missing === undefined) describe(name, tests);
  else leaveOut(name, missing);
}

function leaveOut(name: string, missing: string): void {
  const message = `LEFT OUT: "${name}" needs ${missing}, not found on this machine.`;
  if (process.env['CI'] !== undefined) throw new Error(message);
  process.stderr.write(`\n${message}\n`);
  it.skip(name);
}
