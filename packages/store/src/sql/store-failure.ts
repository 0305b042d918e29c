import { refusal, SignetError } from '@signet/contracts';

/**
 * The database did not do what it was asked to, and certainly nothing of it.
 * @param reason For the operator's log: an SQLSTATE, a system code, or a few words; never a value or an address.
 * @param cause Only where it can hold neither values nor an address.
 */
export function storeUnavailable(reason: string, cause?: unknown): SignetError {
  return new SignetError(refusal('store_unavailable'), { internal: reason, cause });
}

/**
 * The database was told to keep a change, and whether it did is not known: all of it, or none.
 * @param reason As for `storeUnavailable`.
 */
export function outcomeUnknown(reason: string): SignetError {
  return new SignetError(refusal('outcome_unknown'), { internal: reason });
}
