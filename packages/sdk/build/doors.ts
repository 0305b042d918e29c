import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The package's folder. */
export const room: string = fileURLToPath(new URL('..', import.meta.url));

export interface Manifest {
  readonly version: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

/** The doors by name, each with the file of this room that it is, such as `server` and `src/server/index.ts`. */
export function doorsOf({ exports = {} }: Manifest): ReadonlyMap<string, string> {
  return new Map(Object.entries(exports).map(([door, file]) => [door.slice(2), file.slice(2)]));
}
