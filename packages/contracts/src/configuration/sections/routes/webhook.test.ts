import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function read(check: string, more = 'auth: { issuer: house }') {
  const text = `version: 1
identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { orders: { targets: [{ url: "http://127.0.0.1:9001" }] } }
routes:
  - { id: read, match: { methods: [GET], path: /orders }, check: ${check}, upstream: orders, ${more} }
`;
  return readConfiguration(text, { fileName: 'signet.yaml' });
}

function checkOf(...written: Parameters<typeof read>) {
  const reading = read(...written);
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  return reading.configuration.routes[0]?.check;
}

const problemsIn = (...written: Parameters<typeof read>) => {
  const reading = read(...written);
  return reading.ok ? [] : reading.problems;
};

describe('check of a route', () => {
  it('says whom to ask, for how long, with what, and what the answer may add', () => {
    expect(checkOf('{ url: "https://policy.example/ask" }')).toEqual({
      url: 'https://policy.example/ask',
      timeout: 500,
      send: { headers: [], claims: [] },
      adds: [],
    });
    const whole =
      '{ url: "http://127.0.0.1:7000/ask", timeout: 2s, send: { headers: [x-tenant], claims: [claims.sub, claims.address.country] }, adds: [x-risk], dangerouslyAllowOnFailure: true }';
    expect(checkOf(whole)).toEqual({
      url: 'http://127.0.0.1:7000/ask',
      timeout: 2000,
      send: { headers: ['x-tenant'], claims: [['sub'], ['address', 'country']] },
      adds: ['x-risk'],
      dangerouslyAllowOnFailure: true,
    });
    expect(checkOf('{ url: "http://policy.example", dangerouslyAllowInsecure: true }')?.url).toBe(
      'http://policy.example',
    );
    expect(checkOf('{ url: "https://policy.example" }', 'public: true')).toBeDefined();
  });

  it.each([
    ['http beyond this machine', '{ url: "http://policy.example" }', 'https, or an address on this machine'],
    ['a password in the address', '{ url: "https://a:b@policy.example" }', 'without user name'],
    ['no address', '{ timeout: 1s }', 'an address that starts with'],
    ['a time that nobody waits', '{ url: "https://p.example", timeout: 1m }', 'a duration from'],
    ['an unknown key', '{ url: "https://p.example", onFailure: allow }', '`dangerouslyAllowOnFailure`'],
    [
      'a quiet word for a protection that is off',
      '{ url: "https://p.example", dangerouslyAllowOnFailure: false }',
      'only `true`',
    ],
    [
      'a credential among what is sent',
      '{ url: "https://p.example", send: { headers: [authorization] } }',
      'none that HTTP or Signet uses',
    ],
    [
      'a cookie among what is sent',
      '{ url: "https://p.example", send: { headers: [cookie] } }',
      'none that HTTP or Signet uses',
    ],
    ['what is no claim', '{ url: "https://p.example", send: { claims: [sub] } }', 'a claim: `claims.`'],
    [
      'a header that frames requests among what is added',
      '{ url: "https://p.example", adds: [content-length] }',
      'HTTP and Signet do not use',
    ],
    [
      'a header that the context says',
      '{ url: "https://p.example", adds: [x-user-id] }',
      'neither `context` nor `transform`',
      'auth: { issuer: house }, context: { headers: { x-user-id: claims.sub } }',
    ],
    [
      'the header of the context token',
      '{ url: "https://p.example", adds: [x-who] }',
      'neither `context` nor `transform`',
      'auth: { issuer: house }, context: { token: { header: x-who, audience: orders } }',
    ],
    [
      'a header that a transform says',
      '{ url: "https://p.example", adds: [x-user-id] }',
      'neither `context` nor `transform`',
      'auth: { issuer: house }, transform: { headers: { set: { x-user-id: fixed } } }',
    ],
    [
      'claims on a public route',
      '{ url: "https://p.example", send: { claims: [claims.sub] } }',
      'no claims on a public route',
      'public: true',
    ],
    [
      'added headers where answers are kept',
      '{ url: "https://p.example", adds: [x-risk] }',
      'where answers are kept',
      'auth: { issuer: house }, cache: { per: subject }',
    ],
  ])('is refused with %s', (_, check, expected, more = 'auth: { issuer: house }') => {
    expect(problemsIn(check, more)).toContainEqual(
      expect.objectContaining({ expected: expect.stringContaining(expected) }),
    );
  });
});
