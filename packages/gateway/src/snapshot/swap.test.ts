import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { UpstreamServer } from '../testing/upstream-server.ts';

const guarded = (path: string, more = '') => `
  - id: guarded
    match: { methods: [GET], path: ${path}${more} }
    auth: { issuer: house, audience: https://api.example }
    upstream: api`;

let rig: TestGateway;
beforeEach(async () => {
  rig = await TestGateway.start({ routes: guarded('/old') });
});
afterEach(() => rig.close());

describe('a swap', () => {
  it('gives the next request the new routes', async () => {
    const token = await rig.token();
    expect((await rig.call('/old', { token })).status).toBe(200);
    rig.gateway.swap(rig.compile({ routes: guarded('/new') }));
    expect((await rig.call('/old', { token })).status).toBe(404);
    expect((await rig.call('/new', { token })).status).toBe(200);
  });

  it('leaves requests in progress theirs, upstream and all', async () => {
    let answer: (() => void) | undefined;
    const arrived = new Promise<void>((resolve) => {
      rig.upstream.answer = (_, response) => {
        answer = () => response.end('old');
        resolve();
      };
    });
    const running = rig.call('/old', { token: await rig.token() });
    await arrived;
    const other = await UpstreamServer.start();
    rig.gateway.swap(
      rig.compile({ routes: guarded('/old'), upstreams: `  api: { targets: [{ url: ${other.url} }] }` }),
    );
    expect((await rig.call('/old', { token: await rig.token() })).text).toContain('"url":"/old"');
    expect(other.received).toHaveLength(1);
    answer?.();
    expect((await running).text).toBe('old');
    await other.close();
  });

  it('keeps the keys of an issuer that did not change', async () => {
    await rig.call('/old', { token: await rig.token() });
    const before = rig.issuer.requests.length;
    rig.gateway.swap(rig.compile({ routes: guarded('/old') }));
    expect((await rig.call('/old', { token: await rig.token() })).status).toBe(200);
    expect(rig.issuer.requests.length).toBe(before);
  });

  it('asks a remembered token all the new questions', async () => {
    const token = await rig.token();
    expect((await rig.call('/old', { token })).status).toBe(200);
    rig.gateway.swap(
      rig.compile({ routes: guarded('/old').replace('https://api.example', 'https://other.example') }),
    );
    expect(await rig.refusal('/old', { token })).toMatchObject({ code: 'audience_unexpected' });
  });
});

describe('routes', () => {
  it('for a host come before those for any, and are not found under another', async () => {
    rig.gateway.swap(
      rig.compile({
        routes: `
  - { id: any, public: true, match: { methods: [GET], path: '/{rest*}' }, upstream: api, stripPrefix: /}
  - { id: mine, public: true, match: { methods: [POST], path: /mine, hosts: [mine.example] }, upstream: api }`.replace(
          ', stripPrefix: /',
          '',
        ),
      }),
    );
    const post = (host: string) =>
      rig.raw(`POST /mine HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    expect((await post('mine.example')).status).toBe(200);
    expect((await post('MINE.example:8080')).status).toBe(200);
    const { status, headers } = await post('other.example');
    expect(status).toBe(405);
    expect(headers['allow']).toBe('GET');
  });

  it('name the methods they take', async () => {
    const { status, headers } = await rig.call('/old', { method: 'POST' });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET');
  });

  it('are asked for by their canonical path, and by no other', async () => {
    const token = await rig.token();
    expect((await rig.call('/%6fld', { token })).status).toBe(200);
    expect(rig.upstream.last.url).toBe('/old');
    for (const path of ['/old/', '/OLD', '/old/x']) {
      expect(await rig.refusal(path, { token })).toMatchObject({ status: 404, code: 'route_not_found' });
    }
  });

  it.each([
    '//old',
    '/x/../old',
    '/%2e%2e/old',
    '/old%2f',
    '/old%5c',
    '/old;a=b',
    '/old%00',
    '/old%252f',
    '/old%',
  ])('do not answer to %s', async (path) => {
    const { status, body } = await rig.raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ code: 'path_not_canonical' });
  });
});
