import { csrfHash } from '@signet/trust/bearer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CallOptions, TestGateway } from '../testing/test-gateway.ts';

const csrfToken = 'a'.repeat(43);
const methods = 'methods: [GET, HEAD, POST, DELETE, OPTIONS]';
const auth = (more: string) =>
  `auth: { issuer: house, audience: https://api.example, scopes: [demo:read]${more} }`;
const routes = `
  - id: taking
    match: { ${methods}, path: '/demo/{rest*}' }
    ${auth(', credentials: [bearer, cookie]')}
    upstream: api
  - id: other
    match: { ${methods}, path: '/other/{rest*}' }
    ${auth('')}
    upstream: api
  - id: overriding
    match: { ${methods}, path: '/overriding/{rest*}' }
    ${auth(', credentials: [cookie, bearer]')}
    dangerouslyAllowIdentityHeaders: [x-http-method-override]
    upstream: api`;

let rig: TestGateway;
let token = '';
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
  token = await rig.token({ csrf_hash: csrfHash(csrfToken) });
});
afterAll(() => rig.close());
beforeEach(() => void rig.upstream.received.splice(0));

const cookie = () => `signet_access=${token}`;
const near = { 'sec-fetch-site': 'same-origin', 'x-csrf-token': csrfToken };

async function asked(headers: Readonly<Record<string, string>>, method = 'POST', path = '/demo/x') {
  const options: CallOptions = { method, headers: { cookie: cookie(), ...headers } };
  const { status, text } = await rig.call(path, options);
  return status === 200 ? 'passed' : (JSON.parse(text) as { code: string }).code;
}

describe('a token in the cookie', () => {
  it.each(['GET', 'POST', 'DELETE'])('passes for a page that proves itself: %s', async (method) => {
    expect(await asked(near, method)).toBe('passed');
  });

  it('never reaches the upstream, while the other cookies do, and the reader is the only one to keep the answer', async () => {
    const headers = { cookie: `a=1; ${cookie()}; b=2`, ...near };
    const answer = await rig.call('/demo/x', { headers });
    expect([answer.headers.get('cache-control'), answer.headers.get('vary')]).toEqual(['private', 'Cookie']);
    const [request] = rig.upstream.received;
    expect(request?.headers['cookie']).toBe('a=1; b=2');
    expect(JSON.stringify(request)).not.toContain(token);
    expect(rig.records.at(-1)?.steps.find(({ step }) => step === 'extract-token')).toMatchObject({
      facts: { source: 'Cookie' },
    });
    expect(JSON.stringify(rig.records)).not.toContain(token);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a page of another site', { ...near, 'sec-fetch-site': 'cross-site' }, 'origin_not_allowed'],
    [
      'a page of another origin, of a browser that says no more',
      { origin: 'https://evil.example', 'x-csrf-token': csrfToken },
      'origin_not_allowed',
    ],
    ['a page without an origin', { origin: 'null', 'x-csrf-token': csrfToken }, 'origin_not_allowed'],
    ['a page that cannot read our answers', { 'sec-fetch-site': 'same-site' }, 'csrf_token_invalid'],
    [
      'a page with the proof of another session',
      { ...near, 'x-csrf-token': 'b'.repeat(43) },
      'csrf_token_invalid',
    ],
    [
      'a page with the hash in place of the proof',
      { ...near, 'x-csrf-token': csrfHash(csrfToken) },
      'csrf_token_invalid',
    ],
    ['a page with an empty proof', { ...near, 'x-csrf-token': '' }, 'csrf_token_invalid'],
    ['a program without the proof', {}, 'csrf_token_invalid'],
  ])('changes nothing for %s', async (_, headers, code) => {
    expect(await asked(headers)).toBe(code);
    expect(rig.upstream.received).toEqual([]);
  });

  it('reads for a page that proves nothing, since reading changes nothing', async () => {
    expect(await asked({ 'sec-fetch-site': 'same-site' }, 'GET')).toBe('passed');
  });

  it('is not read by a method that another one takes the place of behind us', async () => {
    const over = { 'x-http-method-override': 'DELETE' };
    expect(await asked(over, 'GET', '/overriding/x')).toBe('csrf_token_invalid');
    expect(await asked({ ...over, ...near }, 'GET', '/overriding/x')).toBe('passed');
    rig.upstream.received.splice(0);
    expect(await asked(over, 'GET')).toBe('passed');
    expect(rig.upstream.received[0]?.headers).not.toHaveProperty('x-http-method-override');
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['beside one in the header', () => ({ ...near, authorization: `Bearer ${token}` }), 'token_ambiguous'],
    [
      'beside a header of another scheme',
      () => ({ ...near, authorization: 'Basic dTpw' }),
      'token_ambiguous',
    ],
    [
      'beside another one that was planted',
      () => ({ ...near, cookie: `${cookie()}; signet_access=x` }),
      'token_ambiguous',
    ],
    ['beside one in the address', () => near, 'token_in_query'],
    [
      'under the name that counts over TLS',
      () => ({ ...near, cookie: `__Host-signet_access=${token}` }),
      'token_missing',
    ],
    ['that is none', () => ({ ...near, cookie: 'signet_access=a b' }), 'token_ambiguous'],
    ['that is empty', () => ({ ...near, cookie: 'signet_access=' }), 'token_missing'],
  ])('is not taken %s', async (name, headers, code) => {
    const path = name.includes('address') ? '/demo/x?access_token=a' : '/demo/x';
    expect(await asked(headers(), 'POST', path)).toBe(code);
  });

  it('is not taken where it was made for no cookie, whoever asks', async () => {
    for (const claims of [{}, { csrf_hash: '' }, { csrf_hash: 7 }, { csrf_hash: 'x' }]) {
      const headers = { ...near, cookie: `signet_access=${await rig.token(claims)}` };
      for (const method of ['GET', 'POST', 'GET']) {
        expect(await asked(headers, method)).toBe('csrf_token_invalid');
      }
    }
  });

  it('asks for the proof also when it is remembered from the header', async () => {
    expect((await rig.call('/demo/x', { token })).status).toBe(200);
    expect(await asked({ 'sec-fetch-site': 'same-site' })).toBe('csrf_token_invalid');
  });

  it('is overlooked on a route that does not take cookies', async () => {
    expect(await asked(near, 'GET', '/other/x')).toBe('token_missing');
    expect((await rig.call('/other/x', { token, headers: { cookie: cookie() } })).status).toBe(200);
  });
});

describe('a gateway of an issuer over TLS', () => {
  it('takes the name that nobody else can plant, and no other', async () => {
    const { accessCookieNames } = await import('@signet/trust/bearer');
    expect(accessCookieNames(['https://login.example'])).toEqual(['__Host-signet_access']);
    expect(accessCookieNames(['http://localhost:9000'])).toEqual(['signet_access']);
  });
});
