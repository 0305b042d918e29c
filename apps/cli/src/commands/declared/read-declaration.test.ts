import { describe, expect, it } from 'vitest';
import { readDeclaration } from './read-declaration.ts';

describe('a declaration by options', () => {
  it('says what the file would say', () => {
    expect(
      readDeclaration('api', {
        audience: 'https://api.example',
        permission: ['orders:read'],
        lifetime: '5m',
        claim: ['department=user.department'],
      }),
    ).toEqual({
      audience: 'https://api.example',
      permissions: ['orders:read'],
      accessTokenLifetime: '5m',
      claims: { department: 'user.department' },
    });
    expect(readDeclaration('role', { allow: ['orders=orders:read', 'orders=a=b', 'bills=pay'] })).toEqual({
      permissions: { orders: ['orders:read', 'a=b'], bills: ['pay'] },
    });
    expect(readDeclaration('group', { role: ['clerk'], entry: '{"roles":["king"]}' })).toEqual({
      roles: ['clerk'],
    });
    expect(readDeclaration('api', { entry: '{"claims":{"tier":{"value":1}}}' })).toEqual({
      claims: { tier: { value: 1 } },
    });
  });

  it.each([
    ['api', { claim: ['department'] }],
    ['role', { allow: ['orders='] }],
    ['group', { entry: '[]' }],
    ['group', { entry: 'null' }],
    ['group', { entry: '{' }],
  ] as const)('of kind %s is not guessed from %j', (kind, options) => {
    expect(() => readDeclaration(kind, options)).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});
