import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** Tests that need programs of the machine. Without one they are left out, and say so; with CI set that is a failure. */
export function describeWithPrograms(programs: readonly string[], name: string, tests: () => void): void {
  const missing = programs.filter((program) => spawnSync(program, { stdio: 'ignore' }).error !== undefined);
  if (missing.length === 0) {
    describe(name, tests);
    return;
  }
  const message = `LEFT OUT: "${name}" needs ${missing.join(' and ')}, not found on this machine.`;
  if (process.env['CI'] !== undefined) throw new Error(message);
  process.stderr.write(`\n${message}\n`);
  it.skip(name);
}
