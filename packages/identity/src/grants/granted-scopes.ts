import type { Account, Grant } from '../ports/index.ts';

/** What the client may have of what the account has now: a grant never widens. */
export function grantedScopes({ scopes }: Grant, account: Account): readonly string[] {
  return scopes === 'all' ? account.scopes : account.scopes.filter((scope) => scopes.includes(scope));
}
