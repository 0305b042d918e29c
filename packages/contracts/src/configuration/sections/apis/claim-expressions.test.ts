import { expect, it } from 'vitest';
import { claimMappingSchema } from './claims.ts';

function fault(cel: unknown): string | undefined {
  return claimMappingSchema.safeParse({ badge: { cel } }).error?.issues[0]?.message;
}

it.each([
  "user.attributes.department + '-' + client.id",
  'user.roles',
  'size(scope) > 2',
  'now.getHours()',
  '1.5',
])('a claim comes from the expression %s', (cel) => {
  expect(fault(cel)).toBeUndefined();
});

it.each([
  ['what is none', 'user.', 'Expected IDENTIFIER'],
  ['what no person has', 'user.password', 'No such key: password, at character 6'],
  ['a name that is unknown', 'process.env', 'process'],
  ['a map', '{"a": 1}', 'kind map'],
  ['a time', 'now', 'kind google.protobuf.Timestamp'],
  ['the request, which there is none of', 'request.path', 'request'],
  ['a pattern', "user.username.matches('a')", 'matches() may not'],
  ['a text without end', `'${'x'.repeat(1025)}'`, '1024'],
  ['a number', 7, ''],
])('and not from %s', (_, cel, reason) => {
  expect(fault(cel)).toContain(reason);
});

it('and under no name that a token has for itself', () => {
  for (const name of ['sub', 'scope', 'roles', 'permissions', 'aud', 'cnf']) {
    expect(claimMappingSchema.safeParse({ [name]: { cel: "'x'" } }).success).toBe(false);
  }
});
