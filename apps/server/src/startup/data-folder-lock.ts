import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { refusal, SignetError } from '@signet/contracts';

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
  return new SignetError(refusal('data_folder_in_use', { folder }), { cause });
}

function unusable(path: string, cause: unknown): SignetError {
  return new SignetError(
    refusal('data_folder_not_writable.lock_file', {
      file: path,
      reason: cause instanceof Error ? cause.message : 'something else',
    }),
    { cause },
  );
}
