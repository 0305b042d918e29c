import { identityScopes } from '../oidc/identity-scopes.ts';
import type { Account, Grant } from '../ports/index.ts';

/**
 * What the client may have of what the account has now: a grant never widens. Who the person is, is theirs to tell; no
 * account needs a right for that.
 */
export function grantedScopes({ scopes }: Grant, account: Account): readonly string[] {
  if (scopes === 'all') return account.scopes;
  return scopes.filter((scope) => identityScopes.includes(scope) || account.scopes.includes(scope));
}
