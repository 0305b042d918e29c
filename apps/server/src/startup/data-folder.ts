import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { refusal, SignetError } from '@signet/contracts';
import { systemErrorCode } from './system-error-code.ts';

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
    throw new SignetError(
      refusal('data_folder_not_writable.folder', {
        folder,
        reason: systemErrorCode(error) ?? 'not a folder',
      }),
      { cause: error },
    );
  }
}
