import type { Account, Session } from '../ports/index.ts';

/** A person, and by what they have proven so far to be who they say. */
export interface Proven {
  readonly account: Account;
  readonly factors: Session['factors'];
  /** Of who added an authenticator app on the way in: to be shown this once. */
  readonly recoveryCodes?: readonly string[];
}
