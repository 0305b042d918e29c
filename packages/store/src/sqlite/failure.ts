import { outcomeUnknown, storeUnavailable } from '../sql/store-failure.ts';

/** SQLite result codes (sqlite.org/rescode.html), without what extends them. */
const busy = 5;
const ioError = 10;

/** Locked, out of memory, not writable, failing disk, full disk, not to be opened, lock protocol. */
const passing = new Set([busy, 6, 7, 8, ioError, 13, 14, 15]);

/** Whether another process holds the lock at the moment. */
export function isBusy(error: unknown): boolean {
  return resultOf(error) === busy;
}

/** The refusal for what may go well later; every other error as it is. */
export function meaningOf(error: unknown): unknown {
  return passing.has(resultOf(error)) ? storeUnavailable(reasonOf(error), error) : error;
}

/** As `meaningOf`, of a commit: where the disk fails while it is written, a later recovery may find it whole. */
export function meaningOfCommit(error: unknown): unknown {
  return resultOf(error) === ioError ? outcomeUnknown(reasonOf(error)) : meaningOf(error);
}

function resultOf(error: unknown): number {
  return ((error as { readonly errcode?: number }).errcode ?? 0) & 0xff;
}

function reasonOf(error: unknown): string {
  return (error as { readonly errstr?: string }).errstr ?? 'an unexpected failure';
}
