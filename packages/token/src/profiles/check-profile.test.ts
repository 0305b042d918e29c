import fc from 'fast-check';
import jsonwebtoken from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { parseToken } from '../parse/parse-token.ts';
import { rawToken } from '../testing/raw-token.ts';
import { checkProfile, profileNames, profileOf } from './check-profile.ts';
import type { Expectations, ProfileName } from './profile.ts';

const now = 1_790_000_000;
const life = { iat: now, exp: now + 300 };
const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(48))).toString('hex');

const write = (header: object, claims: object): string =>
  rawToken(JSON.stringify(header), JSON.stringify(claims), 'signature');

const rulesOf = async (name: ProfileName, token: string, expected: Partial<Expectations> = {}) =>
  (await checkProfile(parseToken(token), name, { now, ...expected })).map(({ rule }) => rule);

describe('an ID token', () => {
  // The values of OpenID Connect Core 1.0 Appendix A.4 and A.6.
  const accessToken = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y';
  const code = 'Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk';
  const claims = {
    ...life,
    iss: 'http://server.example.com',
    sub: '248289761001',
    aud: 's6BhdRkqt3',
    nonce: 'n-0S6_WzA2Mj',
    at_hash: '77QmUPtjPfzWtF2AnpK9RQ',
    c_hash: 'LDktKdoQak3Pk0cnXxCltA',
  };
  const expected = {
    issuer: 'http://server.example.com',
    audience: 's6BhdRkqt3',
    nonce: 'n-0S6_WzA2Mj',
    accessToken,
    code,
  };
  const check = (changes: object, given: Partial<Expectations> = expected) =>
    rulesOf('id-token', write({ alg: 'RS256' }, { ...claims, ...changes }), given);

  it('answers the published example as published', async () => {
    expect(await check({})).toEqual([]);
  });

  it.each([
    ['another access token', {}, { accessToken: 'x' }, 'id-token/at_hash-unexpected'],
    ['another code', {}, { code: 'x' }, 'id-token/c_hash-unexpected'],
    ['no at_hash', { at_hash: undefined }, {}, 'id-token/at_hash-missing'],
    ['another nonce', { nonce: 'replayed' }, {}, 'id-token/nonce-unexpected'],
    ['no nonce', { nonce: undefined }, {}, 'id-token/nonce-missing'],
    ['another client', { aud: 'other' }, {}, 'id-token/aud-unexpected'],
    ['another azp', { azp: 'other' }, {}, 'id-token/azp-unexpected'],
    ['several audiences without azp', { aud: ['s6BhdRkqt3', 'b'] }, {}, 'id-token/azp-missing'],
    ['an audience that is no name', { aud: [1] }, {}, 'id-token/aud-not-a-name'],
    ['another issuer', { iss: 'https://evil.example' }, {}, 'id-token/iss-unexpected'],
    ['no sub', { sub: undefined }, {}, 'id-token/sub-missing'],
    ['an exp that is over', { exp: now - 61 }, {}, 'id-token/expired'],
    ['an iat to come', { iat: now + 120 }, {}, 'id-token/iat-in-future'],
    ['an iat that is no number', { iat: 'now' }, {}, 'id-token/iat-not-a-time'],
  ])('finds %s', async (_name, changes, given, rule) => {
    expect(await check(changes, { ...expected, ...given })).toEqual([rule]);
  });

  it('checks nothing that it was not asked', async () => {
    expect(await check({}, {})).toEqual([]);
  });
});

describe('an access token', () => {
  const claims = {
    ...life,
    iss: 'https://as.example',
    aud: 'https://rs.example',
    sub: 'u',
    client_id: 'c',
    jti: 'j',
  };
  const header = { alg: 'ES256', typ: 'at+jwt' };

  it('finds nothing in one by RFC 9068', async () => {
    expect(await rulesOf('access-token', write(header, { ...claims, scope: 'read write' }))).toEqual([]);
    const long = { ...header, typ: 'application/at+JWT' };
    expect(await rulesOf('access-token', write(long, claims), { audience: 'https://rs.example' })).toEqual(
      [],
    );
  });

  it.each([
    ['an ID token by its type', { typ: 'JWT' }, {}, 'access-token/typ-unexpected'],
    ['no signature', { alg: 'none' }, {}, 'access-token/alg-none'],
    ['no client', {}, { client_id: undefined }, 'access-token/client_id-missing'],
    ['scopes as a list', {}, { scope: ['a'] }, 'access-token/scope-not-words'],
    ['another audience', {}, { aud: 'https://other.example' }, 'access-token/aud-unexpected'],
  ])('finds %s', async (_name, other, changes, rule) => {
    const token = write({ ...header, ...other }, { ...claims, ...changes });
    expect(await rulesOf('access-token', token, { audience: 'https://rs.example' })).toEqual([rule]);
  });

  it('finds what jsonwebtoken leaves out by default', async () => {
    const token = jsonwebtoken.sign({ sub: 'u', scope: 'read' }, secret, { expiresIn: 300 });
    expect(await rulesOf('access-token', token)).toEqual(
      expect.arrayContaining(
        ['typ-unexpected', 'alg-symmetric', 'iss-missing', 'jti-missing'].map(
          (name) => `access-token/${name}`,
        ),
      ),
    );
  });
});

describe('a logout token', () => {
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const claims = { ...life, iss: 'https://op.example', aud: 'client', jti: 'j', sid: 's', events };
  const check = (changes: object) =>
    rulesOf('logout-token', write({ alg: 'ES256', typ: 'logout+jwt' }, { ...claims, ...changes }));

  it('finds nothing in a right one', async () => {
    expect(await check({})).toEqual([]);
    expect(await check({ sid: undefined, sub: 'u' })).toEqual([]);
  });

  it.each([
    ['a nonce', { nonce: 'n' }, 'nonce-present'],
    ['no events', { events: undefined }, 'events-missing'],
    ['another event', { events: { other: {} } }, 'events-unexpected'],
    [
      'an event that is no object',
      { events: { 'http://schemas.openid.net/event/backchannel-logout': 1 } },
      'events-unexpected',
    ],
    ['nobody to log out', { sid: undefined }, 'sid-and-sub-missing'],
  ])('finds %s', async (_name, changes, rule) => {
    expect(await check(changes)).toEqual([`logout-token/${rule}`]);
  });
});

describe('a client assertion', () => {
  const claims = { iss: 'client', sub: 'client', aud: 'https://as.example/token', exp: now + 60, jti: 'j' };
  const check = (changes: object) =>
    rulesOf('client-assertion', write({ alg: 'ES256' }, { ...claims, ...changes }), {
      audience: 'https://as.example/token',
    });

  it.each([
    ['nothing in a right one', {}, []],
    ['somebody speaking for another', { sub: 'other' }, ['client-assertion/iss-is-not-sub']],
    ['another endpoint', { aud: 'https://evil.example' }, ['client-assertion/aud-unexpected']],
    ['a day of life', { exp: now + 86_400 }, ['client-assertion/exp-far']],
    ['no jti', { jti: undefined }, ['client-assertion/jti-missing']],
  ])('finds %s', async (_name, changes, rules) => {
    expect(await check(changes)).toEqual(rules);
  });
});

describe('a DPoP proof', () => {
  // Key, access token and hashes are those of RFC 9449 §4.1, §6.1 and §7.1.
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
    y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
  };
  const opaque = 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU';
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk };
  const claims = {
    jti: 'e1j3V_bKic8-LAEB',
    htm: 'GET',
    htu: 'https://resource.example.org/protectedresource',
    iat: now,
    ath: 'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo',
  };
  const request = { method: 'get', url: 'https://resource.example.org:443/protectedresource?page=2' };
  const bound = (jkt?: string) => write({ alg: 'ES256' }, { cnf: { jkt } });

  it('answers the published example as published', async () => {
    const expected = { ...request, accessToken: opaque };
    expect(await rulesOf('dpop-proof', write(header, claims), expected)).toEqual([]);
  });

  it('holds the proof against a second token by its thumbprint', async () => {
    const right = bound('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I');
    const check = (accessToken: string) => rulesOf('dpop-proof', write(header, claims), { accessToken });
    expect(await check(right)).toEqual(['dpop-proof/ath-unexpected']);
    expect(await check(bound('another'))).toContain('dpop-proof/jkt-unexpected');
    expect(await check(bound())).toContain('dpop-proof/cnf-missing');
  });

  it.each([
    ['another method', header, { htm: 'POST' }, 'htm-unexpected'],
    ['another address', header, { htu: 'https://evil.example/' }, 'htu-unexpected'],
    ['an address that is none', header, { htu: 'here' }, 'htu-unexpected'],
    ['an old proof', header, { iat: now - 301 }, 'iat-not-fresh'],
    ['a proof of tomorrow', header, { iat: now + 86_400 }, 'iat-not-fresh'],
    ['no key', { ...header, jwk: undefined }, {}, 'jwk-missing'],
    ['a private key', { ...header, jwk: { ...jwk, d: 'AAAA' } }, {}, 'jwk-private'],
    ['half a key', { ...header, jwk: { kty: 'EC' } }, {}, 'jwk-unreadable'],
    ['another type', { ...header, typ: 'JWT' }, {}, 'typ-unexpected'],
    ['a shared secret', { ...header, alg: 'HS256' }, {}, 'alg-symmetric'],
    ['no ath', header, { ath: undefined }, 'ath-missing'],
  ])('finds %s', async (_name, head, changes, rule) => {
    const token = write(head, { ...claims, ...changes });
    expect(await rulesOf('dpop-proof', token, { ...request, accessToken: opaque })).toEqual([
      `dpop-proof/${rule}`,
    ]);
  });
});

describe('checkProfile', () => {
  it('knows by their own account which tokens are whose', () => {
    expect(profileOf(parseToken(write({ typ: 'dpop+jwt' }, {})), now)).toBe('dpop-proof');
    expect(profileOf(parseToken(write({ alg: 'HS256' }, { name: 'Ada' })), now)).toBeUndefined();
  });

  it('never throws, whatever is pasted', async () => {
    const part = fc.oneof(
      fc.json(),
      fc.constantFrom('alg', 'htu', 'aud', 'typ', 'events').map((name) => `{"${name}":{"toString":1}}`),
      fc
        .record({ jwk: fc.jsonValue(), aud: fc.jsonValue(), htu: fc.string(), cnf: fc.jsonValue() })
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(part, part, fc.constantFrom(...profileNames), async (header, payload, name) => {
        const token = rawToken(header, payload, 's');
        const findings = await rulesOf(name, token, {
          accessToken: token,
          code: 'c',
          nonce: 'n',
          url: payload,
        });
        expect(findings).toBeInstanceOf(Array);
      }),
    );
  });

  it('asks for RFC 9068 where it is named or declared, and only notes it where a token was taken for one', async () => {
    const usual = write(
      { alg: 'ES256', typ: 'JWT' },
      { iss: 'https://a.example', exp: now + 60, scope: 'read' },
    );
    const recognised = { now, isRecognised: true } as const;
    const noted = await checkProfile(parseToken(usual), 'access-token', recognised);
    expect(noted.map(({ rule, level }) => [rule, level])).toEqual([['access-token/not-rfc-9068', 'note']]);
    expect(noted[0]?.sentence).toContain('"typ": "at+jwt", aud, sub, client_id, iat, jti.');
    const named = await checkProfile(parseToken(usual), 'access-token', { now });
    expect(named.filter(({ level }) => level === 'error')).toHaveLength(6);
    const declared = write({ alg: 'ES256', typ: 'at+jwt' }, { exp: now + 60, scope: 'read' });
    expect(await checkProfile(parseToken(declared), 'access-token', recognised)).toHaveLength(6);
  });

  it('refuses what is for somebody else, expired or unsigned also where the token was taken for one', async () => {
    const token = write(
      { alg: 'none' },
      { iss: 'https://a.example', aud: 'x', exp: now - 600, scope: 'read' },
    );
    const expected = { now, isRecognised: true, issuer: 'https://b.example', audience: 'y' } as const;
    const findings = await checkProfile(parseToken(token), 'access-token', expected);
    expect(findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)).toEqual(
      ['alg-none', 'iss-unexpected', 'aud-unexpected', 'expired'].map((name) => `access-token/${name}`),
    );
  });
});
