import { SignetError } from '@signet/contracts';

/**
 * The database did not do what it was asked to, and certainly nothing of it.
 * @param reason For the operator's log: an SQLSTATE, a system code, or a few words; never a value or an address.
 * @param cause Only where it can hold neither values nor an address.
 */
export function storeUnavailable(reason: string, cause?: unknown): SignetError {
  return new SignetError(
    {
      code: 'store_unavailable',
      sentence: 'The database that this needs does not answer at the moment.',
      expected: 'an answer of the database within a few seconds',
      fix: 'Try again in a moment; as the operator, look for the reason in the log.',
      rule: 'Nothing is acknowledged before it is durable.',
    },
    { internal: reason, cause },
  );
}

/**
 * The database was told to keep a change, and whether it did is not known: all of it, or none.
 * @param reason As for `storeUnavailable`.
 */
export function outcomeUnknown(reason: string): SignetError {
  return new SignetError(
    {
      code: 'outcome_unknown',
      sentence: 'The database was lost before it said whether it kept the change.',
      expected: 'the confirmation of the database within a few seconds',
      fix: 'Send the request again; that is safe.',
      rule: 'An outcome that is not known is not acknowledged.',
    },
    { internal: reason },
  );
}
