import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { refusal, SignetError } from '@signet/contracts';
import { systemErrorCode } from '../startup/system-error-code.ts';

/** Bytes; far more than any key or password. */
const largestFile = 64 * 1024;

/**
 * The text of a file that its owner alone can read. It is judged and read as one open file, whatever is put in its place
 * meanwhile; what is no file, such as a pipe that nobody writes to, is not waited for.
 * @param exposed whether others may get at it: somebody else decides that of a token that Kubernetes puts there
 * @throws SignetError `secret_unreadable`, `secret_exposed`
 */
export function readSecretFile(
  path: string,
  folder: string,
  { exposed }: { readonly exposed: 'refused' | 'taken' } = { exposed: 'refused' },
): string {
  const file = resolve(folder, path);
  const handle = open(file);
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw unreadable(file, 'no ordinary file');
    if (stat.size > largestFile) throw unreadable(file, `${stat.size} bytes`);
    if (exposed === 'refused') refuseExposed(file, stat);
    const text = readFileSync(handle, 'utf8');
    if (text.trim() === '') throw unreadable(file, 'an empty file');
    return text;
  } finally {
    closeSync(handle);
  }
}

function open(file: string): number {
  try {
    return openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw new SignetError(unreadable(file, systemErrorCode(cause) ?? 'something else').refusal, { cause });
  }
}

/**
 * Whether nobody but `me` and root, who may own what it hands to a service, can get at the file.
 * @param me absent where permissions are kept elsewhere, as Windows does
 */
export function isForOwnerAlone({ mode, uid }: Pick<Stats, 'mode' | 'uid'>, me: number | undefined): boolean {
  return me === undefined || ((mode & 0o077) === 0 && (uid === me || uid === 0));
}

function refuseExposed(file: string, stat: Stats): void {
  if (isForOwnerAlone(stat, process.getuid?.())) return;
  const { mode } = stat;
  throw new SignetError(refusal('secret_exposed', { file, mode: (mode & 0o777).toString(8) }));
}

function unreadable(file: string, reason: string): SignetError {
  return new SignetError(refusal('secret_unreadable.file', { file, reason, most: largestFile }));
}
