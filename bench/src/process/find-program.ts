import { spawnSync } from 'node:child_process';

/** Where Debian puts servers; often not on the path of an ordinary user. */
const folders = ['', '/usr/sbin/', '/usr/local/sbin/', '/usr/local/bin/'];

/** How to call `name` on this machine, or undefined where it is not installed. */
export function findProgram(name: string): string | undefined {
  return folders
    .map((folder) => `${folder}${name}`)
    .find((program) => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined);
}
