import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { startupFailure, systemErrorCode } from './startup-failure.ts';

/**
 * Makes the data folder, readable by its owner only, and proves that it can be written.
 * @throws SignetError `data_folder_not_writable`
 */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw startupFailure('data_folder_not_writable', `The data folder ${folder} cannot be written.`, {
      expected: 'a folder that this user may read and write',
      actual: systemErrorCode(error) ?? 'not a folder',
      fix: 'Choose another folder with `--data FOLDER` or SIGNET_DATA, or change the owner of this one.',
      cause: error,
    });
  }
}
