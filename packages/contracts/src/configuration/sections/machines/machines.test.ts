import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const hash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'b'.repeat(43)}`;

function read(machines: string, auth = '{ basic: true }') {
  const text = `version: 1
identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
machines: ${machines}
upstreams: { orders: { targets: [{ url: "http://127.0.0.1:9001" }] } }
routes:
  - { id: read, match: { methods: [GET], path: /orders }, auth: ${auth}, upstream: orders }
`;
  return readConfiguration(text, { fileName: 'signet.yaml' });
}

const problemsIn = (...written: Parameters<typeof read>) => {
  const reading = read(...written);
  return reading.ok ? [] : reading.problems;
};

function configurationOf(...written: Parameters<typeof read>) {
  const reading = read(...written);
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  return reading.configuration;
}

function authOf(...written: Parameters<typeof read>) {
  const [route] = configurationOf(...written).routes;
  return route?.kind === 'protected' ? route.auth : undefined;
}

const one = `{ billing: { passwordHash: "${hash}" } }`;

describe('machines', () => {
  it('have a hash written out, or where it is, and rights and claims as a token has', () => {
    const written = `{ billing: { passwordHash: "${hash}", scopes: [orders:read], roles: [clerk], permissions: [orders.export], claims: { tenant: acme, level: 2, tags: [a, b] } }, export: { passwordHash: "file:/etc/export.hash" } }`;
    expect(configurationOf(written).machines).toEqual({
      billing: {
        passwordHash: hash,
        scopes: ['orders:read'],
        roles: ['clerk'],
        permissions: ['orders.export'],
        claims: { tenant: 'acme', level: 2, tags: ['a', 'b'] },
      },
      export: {
        passwordHash: { kind: 'file', path: '/etc/export.hash' },
        ...{ scopes: [], roles: [], permissions: [], claims: {} },
      },
    });
  });

  it.each([
    ['a password in clear', '{ billing: { passwordHash: correct-horse } }', 'signet machine hash'],
    [
      'a hash that takes another time than others',
      `{ billing: { passwordHash: "${hash.replace('m=19456', 'm=4096')}" } }`,
      'signet machine hash',
    ],
    ['no hash', '{ billing: {} }', 'signet machine hash'],
    ['an unknown key', `{ billing: { passwordHash: "${hash}", secret: x } }`, '`passwordHash`'],
    [
      'a claim by which it would pass for somebody else',
      `{ billing: { passwordHash: "${hash}", claims: { sub: root } } }`,
      'no standard has',
    ],
    [
      'rights as a claim',
      `{ billing: { passwordHash: "${hash}", claims: { scope: all } } }`,
      'no standard has',
    ],
    [
      'a claim that nothing reads',
      `{ billing: { passwordHash: "${hash}", claims: { tenant: { a: 1 } } } }`,
      'a text, a number',
    ],
    ['a name that is none', `{ "a:b": { passwordHash: "${hash}" } }`, 'a name of lower-case letters'],
  ])('are refused with %s', (_, machines, expected) => {
    const problems = problemsIn(machines);
    expect(problems).toContainEqual(expect.objectContaining({ expected: expect.stringContaining(expected) }));
    // What stands where a hash is expected may be the password.
    expect(JSON.stringify(problems)).not.toContain('correct-horse');
  });
});

describe('basic of a route', () => {
  it('takes all machines or some, beside an issuer or alone', () => {
    expect(authOf(one)).toMatchObject({ accepts: [], basic: 'all' });
    expect(authOf(one, '{ basic: [billing] }')?.basic).toEqual(['billing']);
    expect(authOf(one, '{ issuer: house, basic: true, dangerouslyAllowBasicOverHttp: true }')).toMatchObject({
      accepts: [{ issuer: 'house' }],
      basic: 'all',
      dangerouslyAllowBasicOverHttp: true,
    });
    expect(authOf(one, '{ issuer: house }')).not.toHaveProperty('basic');
  });

  it.each([
    ['a machine that there is not', one, '{ basic: [biling] }', 'a name in `machines`'],
    ['no machine at all', '{}', '{ basic: true }', 'at least one machine'],
    ['an empty list', one, '{ basic: [] }', 'a list of 1 to 256 machines'],
    ['false', one, '{ issuer: house, basic: false }', '`true`, or a list'],
    ['a name in place of a list', one, '{ basic: billing }', '`true`, or a list'],
    ['a sign-in', one, '{ basic: true, acr: "2" }', 'no sign-in'],
    ['a recent sign-in', one, '{ basic: true, maxAge: 5m }', 'no sign-in'],
    ['a token that counts once', one, '{ issuer: house, basic: true, replay: once }', 'no passwords'],
    [
      'a danger for nothing',
      one,
      '{ issuer: house, dangerouslyAllowBasicOverHttp: true }',
      'it beside `basic` alone',
    ],
    ['nothing at all', one, '{ audience: https://a.example }', 'exactly one of'],
  ])('is refused with %s', (_, machines, auth, expected) => {
    expect(problemsIn(machines, auth)).toMatchObject([{ expected: expect.stringContaining(expected) }]);
  });
});
