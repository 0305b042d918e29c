import { adminRole } from '@signet/contracts';
import type { Declarations } from '../declarations/declarations.ts';
import type { Account } from '../ports/index.ts';

/** The roles that an account has: its own, and those of its groups. */
export type RolesOf = (account: Pick<Account, 'roles' | 'groups'>) => Promise<readonly string[]>;

/** Asked for each token, so that a change counts for the next one. */
export function createRolesOf(declarations: Pick<Declarations, 'now'>): RolesOf {
  return async ({ roles, groups: names }) => {
    const { groups: known } = await declarations.now();
    const given = names.flatMap((name) => (Object.hasOwn(known, name) ? (known[name]?.roles ?? []) : []));
    // A configuration with it in a group is refused; whoever got by that makes nobody an administrator either.
    return [...new Set([...roles, ...given.filter((role) => role !== adminRole)])];
  };
}
