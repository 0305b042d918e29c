import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startupFailure } from './startup-failure.ts';

export interface DataFolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process. The lock is one that the operating system holds on an open file
 * (SQLite's exclusive lock), so it goes with the process, however that ends: no stale lock can stay behind.
 * @throws SignetError `data_folder_in_use`
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const file = new DatabaseSync(join(folder, 'signet.lock'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw startupFailure('data_folder_in_use', `Another Signet is running on the data folder ${folder}.`, {
      expected: 'a data folder for this process alone',
      actual: 'a data folder that another process holds',
      fix: 'Stop the other one, or give this one a folder of its own with `--data FOLDER`.',
      cause: error,
    });
  }
  return { release: () => file.close() };
}
