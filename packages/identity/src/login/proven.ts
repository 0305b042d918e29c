import type { Account, Session } from '../ports/index.ts';

/** A person, and by what they have proven so far to be who they say. */
export interface Proven {
  readonly account: Account;
  readonly factors: Session['factors'];
}
