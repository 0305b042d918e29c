import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the repository's root with this terminal; answers its exit code, 1 when it was killed. */
export function run(command: string, ...parameters: readonly string[]): number {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error !== undefined) throw error;
  return status ?? 1;
}
