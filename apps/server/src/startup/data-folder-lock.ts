import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SignetError } from '@signet/contracts';
import { startupFailure } from './startup-failure.ts';

export interface DataFolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process. The lock is one that the operating system holds on an open file
 * (SQLite's exclusive lock), so it goes with the process, however that ends: no stale lock can stay behind.
 * @throws SignetError `data_folder_in_use`, `data_folder_not_writable`
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const path = join(folder, 'signet.lock');
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path, { timeout: 0 });
    // Whoever could open it could lock it too. By name: closing another handle of the file would end our lock.
    chmodSync(path, 0o600);
    file.exec('BEGIN EXCLUSIVE');
    return { release: () => file?.close() };
  } catch (error) {
    file?.close();
    throw isBusy(error) ? inUse(folder, error) : unusable(path, error);
  }
}

/** SQLITE_BUSY (sqlite.org/rescode.html). */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function inUse(folder: string, cause: unknown): SignetError {
  return startupFailure('data_folder_in_use', `Another Signet is running on the data folder ${folder}.`, {
    expected: 'a data folder for this process alone',
    actual: 'a data folder that another process holds',
    fix: 'Stop the other one, or give this one a folder of its own with `--data FOLDER`.',
    cause,
  });
}

function unusable(path: string, cause: unknown): SignetError {
  return startupFailure('data_folder_not_writable', `The lock file ${path} cannot be used.`, {
    expected: 'a file that this user may write, or none',
    actual: cause instanceof Error ? cause.message : 'something else',
    fix: 'Remove it if no Signet runs on this folder; it holds nothing and is made again.',
    cause,
  });
}
