import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDoor } from '../door.ts';
import { TestGateway } from '../testing/test-gateway.ts';
import { headerValue } from './header-value.ts';

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start();
});
afterAll(() => rig.close());

describe('a client cannot say who it is by other means than its token', () => {
  it.each([
    ['X-Caller', 'usr_eve'],
    ['x_caller', 'usr_eve'],
    ['X_CALLER', 'usr_eve'],
    ['X-User-Id', 'usr_eve'],
    ['x_user_id', 'usr_eve'],
    ['X-Forwarded-User', 'eve'],
    ['X-Forwarded-For', '10.0.0.1'],
    ['X-Forwarded-Host', 'evil.example'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Prefix', '/admin'],
    ['Forwarded', 'for=10.0.0.1'],
    ['X-Real-IP', '10.0.0.1'],
    ['Signet-Reference', 'req_forged'],
    ['Signet-Anything', '1'],
    ['X-Auth-Request-User', 'eve'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Original-URL', '/admin'],
    ['Proxy', 'http://evil.example'],
    ['X-Goog-IAP-JWT-Assertion', 'forged'],
    ['Cf-Access-Authenticated-User-Email', 'eve@example.org'],
    ['X-MS-Client-Principal', 'forged'],
    ['X-SSL-Client-DN', 'CN=eve'],
    ['Impersonate-User', 'eve'],
    ['Grpc-Metadata-X-User-Id', 'usr_eve'],
    ['x.user.id', 'usr_eve'],
    ['x_anything', 'usr_eve'],
    ['$WSRU', 'eve'],
    ['X-Anything-Principal', 'eve'],
    ['Proxy-Authorization', 'Basic eA=='],
    ['Keep-Alive', 'timeout=9'],
    ['TE', 'trailers'],
    ['Trailer', 'x-trailing'],
  ])('%s: %s does not come through, on a protected route or an open one', async (name, value) => {
    await rig.call('/demo/x', { token: await rig.token(), headers: {} });
    for (const path of ['/demo/x', '/open/x']) {
      const authorization = `Authorization: Bearer ${await rig.token()}\r\n`;
      await rig.raw(
        `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${authorization}${name}: ${value}\r\n\r\n`,
      );
      const sent = rig.upstream.last.rawHeaders.map((part) => part.toLowerCase());
      expect(sent).not.toContain(value.toLowerCase());
      if (/[_.]/.test(name)) expect(sent).not.toContain(name.toLowerCase());
    }
  });

  it('a context header stands there once, with the claim', async () => {
    await rig.call('/demo/x', { token: await rig.token(), headers: { 'x-caller': 'usr_eve' } });
    const { rawHeaders } = rig.upstream.last;
    expect(rawHeaders.filter((part) => part.toLowerCase() === 'x-caller')).toHaveLength(1);
    expect(rig.upstream.last.headers['x-caller']).toBe('usr_ada');
  });

  it('a claim that is not there makes no header', async () => {
    await rig.call('/demo/x', {
      token: await rig.token({ sub: undefined }),
      headers: { 'x-caller': 'usr_eve' },
    });
    expect(rig.upstream.last.headers).not.toHaveProperty('x-caller');
  });

  it('a claim cannot bring lines of its own', async () => {
    await rig.call('/demo/x', { token: await rig.token({ sub: 'ada\r\nx-admin: yes\u00e9' }) });
    expect(rig.upstream.last.headers['x-caller']).toBe('ada%0D%0Ax-admin: yes%C3%A9');
    expect(rig.upstream.last.headers).not.toHaveProperty('x-admin');
  });
});

describe('a header that a route lets clients say', () => {
  let excepting: TestGateway;
  beforeAll(async () => {
    excepting = await TestGateway.start({
      routes: `
  - { id: trino, public: true, match: { methods: [GET], path: /trino }, upstream: api, dangerouslyAllowIdentityHeaders: [x-trino-user, x-request-id] }
  - { id: other, public: true, match: { methods: [GET], path: /other }, upstream: api }`,
    });
  });
  afterAll(() => excepting.close());

  it('comes through there and nowhere else, and no other with it', async () => {
    const headers = { 'X-Trino-User': 'ada', x_trino_user: 'eve', 'x-user': 'eve', 'x-request-id': '7' };
    await excepting.call('/trino', { headers });
    expect(excepting.upstream.last.headers).toMatchObject({ 'x-trino-user': 'ada', 'x-request-id': '7' });
    expect(excepting.upstream.last.headers).not.toHaveProperty('x_trino_user');
    expect(excepting.upstream.last.headers).not.toHaveProperty('x-user');
    expect(excepting.explained().steps[0]?.note).toBe(
      'Not passed on, as only a gateway may say it: x_trino_user, x-user',
    );
    await excepting.call('/other', { headers });
    expect(excepting.upstream.last.headers).not.toHaveProperty('x-trino-user');
    expect(excepting.upstream.last.headers).toHaveProperty('x-request-id', '7');
    expect(excepting.explained().steps[0]?.note).toMatch(/: x_trino_user, x-user, x-trino-user$/);
  });
});

describe('the Connection list', () => {
  it.each([
    'X-Caller',
    'x-user-id',
    'Signet-Reference',
    'X-Forwarded-For',
    'Authorization',
    'Host',
    'Content-Length',
    'Cookie',
    'x_caller',
    'Via',
  ])('may not name %s', async (name) => {
    const before = rig.upstream.received.length;
    const { status, body } = await rig.raw(
      `GET /demo/x HTTP/1.1\r\nHost: a\r\nConnection: close, ${name}\r\nAuthorization: Bearer ${await rig.token()}\r\n\r\n`,
    );
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ code: 'request_malformed' });
    expect(rig.upstream.received.length).toBe(before);
  });

  it('takes away what it may name, before the gateway adds its own', async () => {
    await rig.raw(
      'GET /open/x HTTP/1.1\r\nHost: a\r\nConnection: close, X-Mine\r\nX-Mine: 1\r\nX-Other: 2\r\n\r\n',
    );
    expect(rig.upstream.last.headers).not.toHaveProperty('x-mine');
    expect(rig.upstream.last.headers).toMatchObject({ 'x-other': '2', 'x-forwarded-host': 'a' });
  });
});

describe('the scheme that an upstream is told', () => {
  it('is that of the door by which the client came, whatever the client says', async () => {
    const secured = await TestGateway.start({ door: { ...plainDoor, scheme: 'https' } });
    for (const [each, scheme] of [[rig, 'http'] as const, [secured, 'https'] as const]) {
      await each.call('/open/x', { headers: { 'x-forwarded-proto': 'gopher' } });
      expect(each.upstream.last.headers['x-forwarded-proto']).toBe(scheme);
    }
    await secured.close();
  });
});

describe('what passes', () => {
  it('Authorization on an open route is the upstream’s own', async () => {
    await rig.call('/open/x', { headers: { authorization: 'Basic dTpw' } });
    expect(rig.upstream.last.headers.authorization).toBe('Basic dTpw');
  });

  it('Via grows by this gateway', async () => {
    await rig.call('/open/x', { headers: { via: '1.1 edge' } });
    expect(rig.upstream.last.headers.via).toBe('1.1 edge, 1.1 signet');
  });

  it('cookies and headers of the application', async () => {
    await rig.call('/open/x', { headers: { cookie: 'a=1', 'x-request-id': '7' } });
    expect(rig.upstream.last.headers).toMatchObject({ cookie: 'a=1', 'x-request-id': '7' });
  });
});

/** Halves of surrogate pairs included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe('headerValue', () => {
  it.each([
    ['plain', 'plain'],
    ['100 %', '100 %'],
    ['50%25', '50%2525'],
    ['naïve', 'na%C3%AFve'],
    ['a\u0000b', 'a%00b'],
    ['\ufffd', '%EF%BF%BD'],
    ['\ud800', '%ED%A0%80'],
    ['\u{1f600}\udfff', '%F0%9F%98%80%ED%BF%BF'],
    [' admin ', '%20admin%20'],
    ['a b', 'a b'],
    ['  a  b  ', '%20%20a  b%20%20'],
    ['   ', '%20%20%20'],
  ])('writes %j as %j', (text, value) => {
    expect(headerValue(text)).toBe(value);
  });

  // With quadratic work this row of spaces takes an hour.
  it('takes linear time over a long row of spaces', () => {
    const spaces = ' '.repeat(5_000_000);
    expect(headerValue(`a${spaces}b`)).toBe(`a${spaces}b`);
  });

  it('never makes one value of two', () => {
    const long = 'a'.repeat(10_000);
    expect(headerValue('\ud800')).not.toBe(headerValue('\ud801'));
    expect(headerValue(`${long}1`)).not.toBe(headerValue(`${long}2`));
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        fc.pre(one !== other);
        expect(headerValue(one).trim()).not.toBe(headerValue(other).trim());
      }),
    );
  });
});
