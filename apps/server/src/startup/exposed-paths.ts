import { statSync } from 'node:fs';
import { masterKeyFile } from './master-key.ts';

/** Something in the data folder that other users of this machine can get at. */
export interface ExposedPath {
  readonly path: string;
  /** Permissions as `chmod` takes them, such as `644`. */
  readonly mode: string;
  /** A command that mends it. */
  readonly fix: string;
}

/**
 * The data folder if others may put files into it, and the master key if others may read it. Told, not refused:
 * mounts of containers often have such permissions and no other users. Windows keeps permissions elsewhere.
 */
export function findExposedPaths(dataFolder: string): readonly ExposedPath[] {
  if (process.platform === 'win32') return [];
  return [...exposed(dataFolder, 0o022, 'go-w'), ...exposed(masterKeyFile(dataFolder), 0o077, '600')];
}

function exposed(path: string, forbidden: number, change: string): readonly ExposedPath[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || (stat.mode & forbidden) === 0) return [];
  return [{ path, mode: (stat.mode & 0o777).toString(8), fix: `chmod ${change} ${path}` }];
}
