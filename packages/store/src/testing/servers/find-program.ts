import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program's path: on PATH, or where Debian keeps PostgreSQL's. Newest version first. */
export function findProgram(name: string): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  const debian = globSync(`/usr/lib/postgresql/*/bin/${name}`).toSorted().toReversed();
  return [...onPath, ...debian].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
