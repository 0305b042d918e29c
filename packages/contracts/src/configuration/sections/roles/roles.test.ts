import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const good = `apis:
  orders:
    audience: https://api.example/orders
    accessTokenLifetime: 5m
    permissions: [orders:read, orders:write]
roles:
  clerk: { permissions: { orders: [orders:read] } }
`;

const read = (text: string) => readConfiguration(text, { fileName: 'signet.yaml' });

describe('apis and roles in signet.yaml', () => {
  it('are read as they are written, and are none where nothing is', () => {
    const reading = read(good);
    expect(reading.ok && [reading.configuration.apis, reading.configuration.roles]).toEqual([
      {
        orders: {
          audience: 'https://api.example/orders',
          accessTokenLifetime: 300_000,
          permissions: ['orders:read', 'orders:write'],
          claims: {},
        },
      },
      { clerk: { permissions: { orders: ['orders:read'] } } },
    ]);
    const none = read('version: 1\n');
    expect(none.ok && [none.configuration.apis, none.configuration.roles]).toEqual([{}, {}]);
  });

  it.each([
    ['a permission that the API does not know', '[orders:read]', '[orders:raed]', 'apis.orders.permissions'],
    ['an API that is not declared', '{ orders: [orders:read] }', '{ order: [orders:read] }', 'apis'],
    ['a lifetime that no token may have', '5m', '25h', '24h'],
    ['a permission with a space', 'orders:write]', '"orders: write"]', 'RFC 6749'],
    ['a claim that Signet says itself', '5m', '5m\n    claims: { sub: user.department }', 'not say itself'],
    ['a claim of rights', '5m', '5m\n    claims: { permissions: user.wishes }', 'not say itself'],
    ['a key that no token may be bound to', '5m', '5m\n    claims: { cnf: { value: x } }', 'not say itself'],
    ['a source that there is not', '5m', '5m\n    claims: { hash: user.passwordHash.x }', 'user.'],
    ['a list for everybody that is none', '5m', '5m\n    claims: { tier: { value: { a: 1 } } }', '{ value'],
    [
      'two APIs of one audience',
      'roles:',
      '  again: { audience: https://api.example/orders }\nroles:',
      'no other API',
    ],
    [
      'a client of a role that is not declared',
      'roles:',
      'clients:\n  invoices: { name: I, type: public, roles: [clark] }\nroles:',
      'roles',
    ],
  ])('are refused for %s', (_, from, to, expected) => {
    const reading = read(good.replace(from, to));
    const said = reading.ok ? [] : reading.problems.map((problem) => problem.expected);
    expect(said.join('\n')).toContain(expected);
  });
});
