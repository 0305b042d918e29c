import type { Outcome } from '../outcome.ts';
import { afterFailure, type Verdict } from './after-failure.ts';

/** Of what nobody has said more of. */
const elsewhere: Verdict = { next: 'next-target', because: 'could not be asked' };

/** Where a question goes that this outcome has left unanswered. */
export function verdictOf({
  verdict,
  status,
  failure,
  another,
}: Extract<Outcome, { kind: 'failed' }>): Verdict {
  const said = status !== undefined || failure !== undefined;
  const told = verdict ?? (said ? afterFailure({ status, failure, tooSlow: false }) : elsewhere);
  // A word has gone out, or it is over for the caller: what it says of the key is so all the same.
  return another ? told : { ...told, next: 'nobody' };
}
