import type { Requirements } from '@signet/trust/bearer';

/** What a token must carry: every scope and every permission, and one of the roles. */
export interface Requires {
  readonly scopes?: readonly string[];
  readonly roles?: readonly string[];
  readonly permissions?: readonly string[];
}

/** @throws TypeError for a text in the place of a list, of which every letter would be a name */
export function requirementsOf({ scopes = [], roles = [], permissions = [] }: Requires): Requirements {
  for (const [name, list] of Object.entries({ scopes, roles, permissions })) {
    if (!Array.isArray(list)) throw new TypeError(`requires.${name} is not a list`);
  }
  return Object.freeze({
    scopes: [...scopes],
    roles: [...roles],
    permissions: [...permissions],
    scope: scopes.join(' '),
  });
}
