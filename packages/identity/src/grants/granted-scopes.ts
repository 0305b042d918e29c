import { identityScopes } from '../oidc/identity-scopes.ts';
import type { Account, Grant } from '../ports/index.ts';

/**
 * What the client may have of what the account has now: a grant never widens. Who the person is, is theirs to tell; no
 * account needs a right for that.
 * @param permissions Of the account at the API; an app asks for them as scopes.
 */
export function grantedScopes(
  { scopes }: Pick<Grant, 'scopes'>,
  account: Account,
  permissions: readonly string[] = [],
): readonly string[] {
  if (scopes === 'all') return account.scopes;
  const held = [...identityScopes, ...account.scopes, ...permissions];
  return scopes.filter((scope) => held.includes(scope));
}
