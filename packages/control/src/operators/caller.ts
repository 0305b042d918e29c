import type { AccountId, AuditActor } from '@signet/contracts';

/** Who calls the admin API. */
export type Caller =
  /** Whoever holds the master key, by the command line. */
  | { readonly kind: 'operator' }
  | { readonly kind: 'administrator'; readonly sub: AccountId; readonly scopes: readonly string[] };

/** A caller, and what its request must turn out to be before it is acted on. */
export interface Admission {
  readonly caller: Caller;
  /** The digest of the only body that the credential is good for; absent: any body. */
  readonly bodyDigest?: string;
}

/** Who it is for the audit log. */
export function actorOf(caller: Caller): AuditActor {
  return caller.kind === 'operator' ? { kind: 'operator' } : { kind: 'account', id: caller.sub };
}
