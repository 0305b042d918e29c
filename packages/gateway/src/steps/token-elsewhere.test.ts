import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const api = 'issuer: house, audience: https://api.example';

const routes = `
  - id: header
    match: { methods: [GET], path: /header }
    auth: { ${api}, credentials: [bearer, cookie, { header: x-service-token }] }
    upstream: api
  - id: reads-it
    match: { methods: [GET], path: /reads-it }
    auth:
      issuer: house
      audience: https://api.example
      credentials: [{ header: x-service-token }]
      condition: size(request.headers['x-service-token']) > 0
    upstream: api
  - id: query
    match: { methods: [GET], path: /query }
    auth: { ${api}, credentials: [{ dangerouslyFromQuery: Token }] }
    upstream: api
  - id: plain
    match: { methods: [GET], path: /plain }
    auth: { ${api} }
    upstream: api`;

let rig: TestGateway;
let token: string;
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
  token = await rig.token();
});
afterAll(() => rig.close());

const bearer = () => ({ authorization: `Bearer ${token}` });
const named = (value = token) => ({ 'x-service-token': value });
const statusOf = async (path: string, headers: Record<string, string> = {}) =>
  (await rig.call(path, { headers })).status;
const codeOf = async (path: string, headers: Record<string, string> = {}) =>
  (await rig.refusal(path, { headers })).code;

describe('a token in a header of another name', () => {
  it('is taken, and reaches neither a condition nor the upstream', async () => {
    expect(await statusOf('/header', { ...named(), 'x-other': 'kept' })).toBe(200);
    const { rawHeaders, headers } = rig.upstream.last;
    expect(headers['x-other']).toBe('kept');
    expect(rawHeaders.join()).not.toContain(token.slice(-20));
    expect(rig.explained().steps[2]?.note).toBe('One bearer token in x-service-token');
    expect(await codeOf('/reads-it', named())).toBe('condition_not_met');
  });

  it('leaves Authorization as it was', async () => {
    expect(await statusOf('/header', bearer())).toBe(200);
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['a second one in Authorization', () => ({ ...named(), ...bearer() }), 'token_ambiguous'],
    [
      'something else in Authorization',
      () => ({ ...named(), authorization: 'Basic YTpi' }),
      'token_ambiguous',
    ],
    [
      'a second one in the cookie',
      () => ({ ...named(), cookie: `signet_access=${token}` }),
      'token_ambiguous',
    ],
    ['two in one', () => named(`${token}, ${token}`), 'token_ambiguous'],
    ['nothing in it', () => named(''), 'token_missing'],
    ['the word Bearer before it', () => named(`Bearer ${token}`), 'token_ambiguous'],
    ['one that is none', () => named('a.b.c'), 'token_malformed'],
    ['none', () => ({}), 'token_missing'],
  ])('is refused with %s', async (_, headers, code) => {
    expect(await codeOf('/header', headers())).toBe(code);
  });

  it('twice is refused', async () => {
    const field = `x-service-token: ${token}\r\n`;
    const { status } = await rig.raw(
      `GET /header HTTP/1.1\r\nHost: a\r\n${field}${field.toUpperCase().replace(token.toUpperCase(), token)}Connection: close\r\n\r\n`,
    );
    expect(status).toBe(400);
  });

  it('counts on that route alone, and is a header like any other elsewhere', async () => {
    expect(await codeOf('/plain', named())).toBe('token_missing');
    expect(await statusOf('/plain', { ...bearer(), ...named('of-the-app') })).toBe(200);
    expect(rig.upstream.last.headers['x-service-token']).toBe('of-the-app');
  });
});

describe('a token in the query', () => {
  it.each([
    ['alone', () => `Token=${token}`, '/query'],
    ['among others', () => `a=1&Token=${token}&b=%20;2`, '/query?a=1&b=%20;2'],
    ['however its name is escaped', () => `%54oken=${token}&a=1`, '/query?a=1'],
    ['in other capitals', () => `tOKEN=${token}`, '/query'],
    ['behind a blank', () => `+token=${token}`, '/query'],
  ])('is taken and taken out: %s', async (_, query, forwarded) => {
    expect(await statusOf(`/query?${query()}`)).toBe(200);
    expect(rig.upstream.last.url).toBe(forwarded);
    expect(JSON.stringify([rig.upstream.last, rig.records.at(-1)])).not.toContain(token.slice(-20));
    expect(rig.explained().steps[2]?.note).toBe('One bearer token in ?Token');
  });

  it.each<[string, () => string, Record<string, string> | 'bearer', string]>([
    ['twice', () => `Token=${token}&Token=${token}`, {}, 'token_ambiguous'],
    ['twice, once escaped', () => `Token=${token}&%74oken=${token}`, {}, 'token_ambiguous'],
    ['beside one in Authorization', () => `Token=${token}`, 'bearer', 'token_ambiguous'],
    ['behind a semicolon', () => `a=1;Token=${token}`, {}, 'token_malformed'],
    ['beside access_token', () => `Token=${token}&access_token=${token}`, {}, 'token_in_query'],
    ['under another name', () => `access_token=${token}`, {}, 'token_in_query'],
    ['without a value', () => 'Token', {}, 'token_missing'],
    ['not at all', () => 'a=1', {}, 'token_missing'],
  ])('is refused %s, and stands in no record', async (_, query, headers, code) => {
    const before = rig.upstream.received.length;
    expect(await codeOf(`/query?${query()}`, headers === 'bearer' ? bearer() : headers)).toBe(code);
    expect(rig.upstream.received.length).toBe(before);
    expect(JSON.stringify(rig.records.at(-1))).not.toContain(token.slice(-20));
  });

  it('is refused on a route that does not say so', async () => {
    expect(await codeOf(`/plain?access_token=${token}`)).toBe('token_in_query');
    expect(await codeOf(`/plain?Token=${token}`)).toBe('token_missing');
  });
});
