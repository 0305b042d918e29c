import { describe, expect, it } from 'vitest';
import { aGrant, anAccount } from '../ports/examples.ts';
import { grantedScopes } from './granted-scopes.ts';

const account = anAccount({ scopes: ['orders:read', 'orders:write'] });

describe('the scopes of a grant', () => {
  it.each([
    ['all that the account has', 'all', ['orders:read', 'orders:write']],
    ['those that were granted', ['orders:read'], ['orders:read']],
    ['none that the account lost since, or never had', ['orders:write', 'admin'], ['orders:write']],
    ['none where none were granted', [], []],
  ] as const)('are %s', (_which, scopes, expected) => {
    expect(grantedScopes(aGrant({ scopes }), account)).toEqual(expected);
  });
});
