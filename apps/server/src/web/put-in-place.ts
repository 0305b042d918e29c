import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemErrorCode } from '../startup/system-error-code.ts';

/** A build that is lost to another one is put in place again at most this often. */
const attempts = 100;

/** What a finished build was made of; undefined where there is none. */
export function stampOf(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, '.sources'), 'utf8');
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Says what a finished build was made of. */
export function writeStamp(folder: string, stamp: string): void {
  writeFileSync(join(folder, '.sources'), stamp);
}

/**
 * Moves a finished build to where it is served. Whole folders are moved and nothing is deleted in place, so that
 * starts that build at once never see half of each other's: the last one wins, or finds the same build there.
 * @param draft A finished build with its stamp; `draft.old` must be free
 * @throws the error of the file system when the folder cannot be moved
 */
export function putInPlace(draft: string, output: string): void {
  const stamp = stampOf(draft);
  const old = `${draft}.old`;
  for (let attempt = 1; ; attempt += 1) {
    moveAway(output, old);
    try {
      renameSync(draft, output);
      return;
    } catch (error) {
      const taken = ['ENOTEMPTY', 'EEXIST'].includes(systemErrorCode(error) ?? '');
      if (!taken || attempt === attempts) throw error;
      if (stampOf(output) === stamp) return;
    }
  }
}

function moveAway(output: string, old: string): void {
  try {
    renameSync(output, old);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
