import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian puts servers; often not on the path of an ordinary user. */
const folders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin'];

/** The program's path: on PATH, or where Debian keeps servers and PostgreSQL's programs, newest version first. */
export function findProgram(name: string): string | undefined {
  const known = [...(process.env['PATH'] ?? '').split(delimiter), ...folders];
  const postgres = globSync(`/usr/lib/postgresql/*/bin/${name}`).toSorted().toReversed();
  return [...known.map((folder) => join(folder, name)), ...postgres].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
