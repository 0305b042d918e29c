import type { AccountId } from '@signet/contracts';

/** Who calls the admin API. */
export type Caller =
  /** Whoever holds the master key, by the command line. */
  { readonly kind: 'operator' } | { readonly kind: 'administrator'; readonly sub: AccountId };
