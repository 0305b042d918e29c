import { createHmac } from 'node:crypto';
import { encodeBase64url } from '@signet/token/base64url';
import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start();
});
afterAll(() => rig.close());

const path = '/demo/x';

async function refusedToken(token: string) {
  const { status, code, expected, actual } = await rig.refusal(path, { token });
  return { status, code, expected, actual };
}

function spelled(header: object, claims: object, signature = 'AAAA'): string {
  const part = (value: object) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part(header)}.${part(claims)}.${signature}`;
}

describe('a token of short texts that make large objects', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({}));

  it('passes with as many values as the configuration allows', async () => {
    // Beside the list itself and its items there are the claims of a good token, and the object around all of them.
    const token = await rig.token({ x: many(985) });
    expect((await rig.call(path, { token })).status).toBe(200);
  });

  it('is refused with one claim too many, before its signature is looked at', async () => {
    const token = spelled({ alg: 'ES256', typ: 'at+jwt' }, { iss: rig.issuer.url, x: many(1000) });
    expect(await refusedToken(token)).toEqual({
      status: 401,
      code: 'token_oversized',
      expected: 'at most 1000 values, lists and objects included',
      actual: 'more',
    });
  });

  it('is refused with a header like that', async () => {
    const token = spelled({ alg: 'ES256', typ: 'at+jwt', x: many(1000) }, { iss: rig.issuer.url });
    expect(await refusedToken(token)).toMatchObject({ code: 'token_oversized' });
  });
});

describe('a token that is bound to a key, sent as a bearer token', () => {
  it.each([
    ['a key of DPoP', { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' }],
    ['a certificate', { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' }],
    ['nothing', {}],
    ['what cannot be read', 'jkt'],
    ['null', null],
  ])('is refused each time, bound to %s', async (_, cnf) => {
    const token = await rig.token({ cnf });
    for (const _time of ['anew', 'remembered']) {
      expect(await rig.refusal(path, { token })).toMatchObject({ status: 401, code: 'token_bound' });
    }
  });
});

describe('a token is taken from one place only', () => {
  it('its absence is a challenge without an error', async () => {
    const { status, headers, text } = await rig.call(path);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="signet"');
    expect(JSON.parse(text)).toMatchObject({ code: 'token_missing' });
  });

  it.each(['Basic dTpw', 'Bearer', 'Bearer ', 'BearerX'])(
    'Authorization: %s holds none',
    async (authorization) => {
      expect(await rig.refusal(path, { headers: { authorization } })).toMatchObject({
        code: 'token_missing',
      });
    },
  );

  it.each(['bearer', 'BEARER'])('the scheme may be written %s', async (scheme) => {
    const { status } = await rig.call(path, { headers: { authorization: `${scheme} ${await rig.token()}` } });
    expect(status).toBe(200);
  });

  it('two Authorization headers are refused, the same token twice too', async () => {
    const line = `Authorization: Bearer ${await rig.token()}\r\n`;
    const { status, body } = await rig.raw(
      `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${line}${line}\r\n`,
    );
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ code: 'token_ambiguous' });
  });

  it.each([
    (token: string) => `Bearer ${token}, Bearer ${token}`,
    (token: string) => `Bearer ${token} ${token}`,
  ])('two tokens in one header are refused', async (write) => {
    const authorization = write(await rig.token());
    expect(await rig.refusal(path, { headers: { authorization } })).toMatchObject({
      code: 'token_ambiguous',
    });
  });

  it.each(['access_token=x', 'a=b&access_token=x', 'access%5Ftoken=x', 'Access_Token=x'])(
    'a query %s is refused',
    async (query) => {
      const { status, code } = await rig.refusal(`${path}?${query}`, { token: await rig.token() });
      expect({ status, code }).toEqual({ status: 400, code: 'token_in_query' });
    },
  );

  it('another query is not', async () => {
    const { status } = await rig.call(`${path}?no_access=%20`, { token: await rig.token() });
    expect(status).toBe(200);
  });

  it('a token beyond the size is refused unread', async () => {
    const answer = await refusedToken(`${'a'.repeat(9000)}`);
    expect(answer).toMatchObject({ status: 401, code: 'token_oversized', actual: '9000 bytes' });
  });
});

describe('a token that cannot be believed is refused', () => {
  it.each(['a', 'a.b', 'a.b.c', 'a.b.c.d'])('%s is no token', async (token) => {
    expect(await refusedToken(token)).toMatchObject({ status: 401, code: 'token_malformed' });
  });

  it('with characters that no token has', async () => {
    expect(await refusedToken('a"b')).toMatchObject({ status: 401, code: 'token_malformed' });
  });

  it('encrypted', async () => {
    expect(await refusedToken('a.b.c.d.e')).toMatchObject({ code: 'token_encrypted' });
  });

  it.each(['none', 'None', 'NONE'])('alg %s', async (alg) => {
    const token = spelled({ alg }, { iss: rig.issuer.url });
    expect(await refusedToken(token)).toMatchObject({ code: 'alg_none' });
    expect(await refusedToken(spelled({ alg }, { iss: rig.issuer.url }, ''))).toMatchObject({ status: 401 });
  });

  it('alg unknown', async () => {
    const token = spelled({ alg: 'XS256', kid: 'first' }, { iss: rig.issuer.url });
    expect(await refusedToken(token)).toMatchObject({ code: 'alg_unsupported' });
  });

  it('signed by HMAC with the public key for a secret', async () => {
    const [pair] = rig.issuer.keyPairs;
    if (pair === undefined) throw new TypeError('no key');
    const secret = JSON.stringify(await exportPublicJwk(pair.verification));
    const unsigned = spelled({ alg: 'HS256', kid: 'first', typ: 'at+jwt' }, { iss: rig.issuer.url }, '');
    const input = unsigned.slice(0, -1);
    const token = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    expect(await refusedToken(token)).toMatchObject({ code: 'alg_not_pinned' });
  });

  it('signed by a key of the same name that is not the issuer’s', async () => {
    const key = await generateKeyPair('ES256', 'first');
    const token = await rig.issuer.sign({ now: rig.now / 1000, key });
    expect(await refusedToken(token)).toMatchObject({ code: 'signature_invalid' });
  });

  it('signed by a key that the issuer does not publish', async () => {
    const key = await generateKeyPair('ES256', 'unknown');
    const token = await rig.issuer.sign({ now: rig.now / 1000, key });
    expect(await refusedToken(token)).toMatchObject({ code: 'key_unknown' });
  });

  it('bringing its own key', async () => {
    const key = await generateKeyPair('ES256');
    const jwk = await exportPublicJwk(key.verification);
    const claims = { iss: rig.issuer.url, aud: 'https://api.example', exp: rig.now / 1000 + 60 };
    const token = await signToken(claims, { key: key.signing, type: 'at+jwt', header: { jwk } });
    expect(await refusedToken(token)).toMatchObject({ code: 'signature_invalid' });
  });

  it('altered by one character', async () => {
    const [header, , signature] = (await rig.token()).split('.');
    const [, claims] = (await rig.token({ sub: 'usr_eve' })).split('.');
    expect(await refusedToken(`${header}.${claims}.${signature}`)).toMatchObject({
      code: 'signature_invalid',
    });
  });

  it('demanding an unknown extension', async () => {
    const token = spelled({ alg: 'ES256', kid: 'first', crit: ['b64'], b64: false }, { iss: rig.issuer.url });
    expect(await refusedToken(token)).toMatchObject({ code: 'crit_unknown' });
  });

  it('of another type', async () => {
    const token = await rig.issuer.sign({ now: rig.now / 1000, type: 'logout+jwt' });
    expect(await refusedToken(token)).toMatchObject({ code: 'type_unexpected', expected: 'at+jwt' });
  });

  it.each([
    ['claim_missing', { exp: undefined }],
    ['claim_missing', { aud: undefined }],
    ['claim_missing', { iss: undefined }],
    ['claim_invalid', { exp: 'tomorrow' }],
    ['claim_invalid', { aud: 7 }],
    ['issuer_unexpected', { iss: 'https://evil.example' }],
    ['audience_unexpected', { aud: 'https://other.example' }],
    ['token_expired', { exp: 1_749_999_000 }],
    ['token_not_yet_valid', { nbf: 1_750_000_100 }],
  ])('%s with %j', async (code, claims) => {
    expect(await refusedToken(await rig.token(claims))).toMatchObject({ status: 401, code });
  });

  it('with a challenge that names the error and why', async () => {
    const { headers } = await rig.call(path, { token: await rig.token({ exp: 1 }) });
    expect(headers.get('www-authenticate')).toBe(
      'Bearer realm="signet", error="invalid_token", error_description="The token has expired."',
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('without its text in answer or record', async () => {
    const token = await rig.token({ exp: 1 });
    const { text } = await rig.call(path, { token });
    const [, , signature = ''] = token.split('.');
    expect(text).not.toContain(signature);
    expect(JSON.stringify(rig.records)).not.toContain(signature);
  });
});

describe('a token that was verified before', () => {
  it('is not believed when it has expired meanwhile', async () => {
    const before = rig.now;
    const token = await rig.token({ exp: before / 1000 + 10 });
    expect((await rig.call(path, { token })).status).toBe(200);
    rig.now = before + 75_000;
    rig.feed.listener?.upToDate(rig.feed.log.length);
    expect(await refusedToken(token)).toMatchObject({ code: 'token_expired' });
    rig.now = before;
    rig.feed.listener?.upToDate(rig.feed.log.length);
  });

  it('is not believed when it is revoked meanwhile, by token, session, subject or client', async () => {
    const targets = [
      { kind: 'token', issuer: rig.issuer.url, jti: 'jti_1' },
      { kind: 'session', issuer: rig.issuer.url, sid: 'ses_2' },
      { kind: 'subject', issuer: rig.issuer.url, sub: 'usr_3', issuedUpTo: rig.now / 1000 },
      { kind: 'client', issuer: rig.issuer.url, clientId: 'client-4', issuedUpTo: rig.now / 1000 },
    ] as never[];
    for (const [index, target] of targets.entries()) {
      const number = index + 1;
      const token = await rig.token({
        jti: `jti_${number}`,
        sid: `ses_${number}`,
        sub: `usr_${number}`,
        client_id: `client-${number}`,
      });
      expect((await rig.call(path, { token })).status).toBe(200);
      const { sequence } = rig.feed.revoke(target, rig.now + 900_000);
      await rig.gateway.whenApplied(sequence);
      expect(await refusedToken(token)).toMatchObject({ status: 401, code: 'token_revoked' });
    }
    const later = await rig.token({
      jti: 'jti_5',
      sid: 'ses_5',
      sub: 'usr_3',
      client_id: 'client-4',
      iat: rig.now / 1000 + 1,
    });
    expect((await rig.call(path, { token: later })).status).toBe(200);
  });

  it('is not believed once its person took the app’s access away: that app’s of that person, up to then', async () => {
    const now = rig.now / 1000;
    const claims = { sub: 'usr_consent', client_id: 'app-consent', iat: now };
    const token = await rig.token(claims);
    const others = [
      { ...claims, client_id: 'another-app' },
      { ...claims, sub: 'usr_another' },
      { ...claims, iat: now + 1 },
    ];
    expect((await rig.call(path, { token })).status).toBe(200);
    const { sub, client_id: clientId } = claims;
    const target = { kind: 'consent', issuer: rig.issuer.url, clientId, sub, issuedUpTo: now } as never;
    const { sequence } = rig.feed.revoke(target, rig.now + 900_000);
    await rig.gateway.whenApplied(sequence);
    const refused = await rig.refusal(path, { token });
    expect(refused).toMatchObject({ status: 401, code: 'token_revoked', variant: 'consent' });
    for (const other of others) {
      expect((await rig.call(path, { token: await rig.token(other) })).status).toBe(200);
    }
  });

  it('is not believed when its key is published no more', async () => {
    const token = await rig.token();
    expect((await rig.call(path, { token })).status).toBe(200);
    const [old] = rig.issuer.keyPairs;
    rig.issuer.keyPairs = [await generateKeyPair('ES256', 'second')];
    rig.now += 11_000;
    rig.feed.listener?.upToDate(rig.feed.log.length);
    expect((await rig.call(path, { token: await rig.token() })).status).toBe(200);
    expect(await refusedToken(token)).toMatchObject({ code: 'key_unknown' });
    expect(old).toBeDefined();
  });
});

describe('a token that lacks what the route asks for', () => {
  it.each([
    { scope: 'demo:write' },
    { scope: undefined },
    { scope: ['demo:read x'] },
    { scope: 7 },
    { scope: 'DEMO:READ' },
  ])('is refused with the scope that is missing: %j', async (claims) => {
    const { status, headers, text } = await rig.call(path, { token: await rig.token(claims) });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ code: 'scope_missing', expected: 'the scopes demo:read' });
    expect(headers.get('www-authenticate')).toMatch(/error="insufficient_scope".*scope="demo:read"$/);
  });

  it('may name its scopes as a list', async () => {
    const token = await rig.token({ scope: undefined, scp: ['demo:read'] });
    expect((await rig.call(path, { token })).status).toBe(200);
  });
});

describe('a token at a route that asks for permissions', () => {
  const routes = `
  - id: cancel
    match: { methods: [GET], path: '/cancel' }
    auth: { issuer: house, audience: https://api.example, permissions: [orders:read, orders:cancel] }
    upstream: api`;

  let asking: TestGateway;
  beforeAll(async () => {
    asking = await TestGateway.start({ routes });
  });
  afterAll(() => asking.close());

  it.each([
    ['none', {}, 'none'],
    ['one of two', { permissions: ['orders:read'] }, 'orders:read'],
    ['them as a scope, which is what an app may ask for', { scope: 'orders:read orders:cancel' }, 'none'],
    ['them as roles', { roles: ['orders:read', 'orders:cancel'] }, 'none'],
    ['no list of texts', { permissions: [{ name: 'orders:read' }, 7] }, 'none'],
  ])('is refused with %s', async (_, claims, actual) => {
    const { status, headers, text } = await asking.call('/cancel', { token: await asking.token(claims) });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({
      code: 'permission_missing',
      expected: 'all of the permissions orders:read, orders:cancel',
      actual,
    });
    expect(headers.get('www-authenticate')).toMatch(/error="insufficient_scope"/);
  });

  it('is let through with all of them', async () => {
    const token = await asking.token({ permissions: ['orders:cancel', 'orders:read', 'more'] });
    expect((await asking.call('/cancel', { token })).status).toBe(200);
  });
});
