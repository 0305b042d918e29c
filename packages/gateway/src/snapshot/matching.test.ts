import { afterEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

let rig: TestGateway | undefined;
afterEach(() => rig?.close());

interface Given {
  readonly host?: string;
  readonly path?: string;
  readonly headers?: readonly string[];
}

/** The route that took the request, or the code of its refusal. */
async function taken({ host = 'a.example.com', path = '/x', headers = [] }: Given): Promise<string> {
  const given = rig as TestGateway;
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...headers, 'Connection: close', '', ''];
  await given.raw(lines.join('\r\n'));
  const record = given.records.at(-1);
  return record?.refusal?.code ?? record?.route ?? 'none';
}

const route = (id: string, match: string) =>
  `\n  - { id: ${id}, match: { methods: [GET], ${match} }, public: true, upstream: api, limit: [{ rate: 1/s }] }`;

describe('hosts', () => {
  it('are found by their name, then by their domain with one label, then by none', async () => {
    rig = await TestGateway.start({
      routes: [
        route('one', 'path: /x, hosts: [a.example.com]'),
        route('domain', 'path: /x, hosts: ["*.example.com"]'),
        route('any', 'path: /x'),
      ].join(''),
    });
    const hosts = [
      'a.example.com',
      'B.EXAMPLE.com:80',
      'c.example.com.',
      'a.b.example.com',
      'example.com',
      'x',
    ];
    const found: string[] = [];
    for (const host of hosts) found.push(await taken({ host }));
    expect(found).toEqual(['one', 'domain', 'domain', 'any', 'any', 'any']);
  });

  it('of a domain are held against what lenient servers read as everywhere', async () => {
    rig = await TestGateway.start({
      routes: [
        route('me', "path: /users/@me, hosts: ['*.example.com']"),
        route('one', "path: '/users/{id}', hosts: ['*.example.com']").replace('1/s', '2/s'),
      ].join(''),
    });
    expect(await taken({ path: '/users/7' })).toBe('one');
    expect(await taken({ path: '/users/@ME' })).toBe('path_not_canonical');
  });
});

describe('values of headers and query', () => {
  const versions = [
    route('plain', 'path: /x'),
    route('two', 'path: /x, headers: { x-version: "2" }'),
    route('beta', 'path: /x, headers: { x-version: "2" }, query: { beta: "1" }'),
    route('strict', 'path: /y, headers: { x-version: "2" }'),
    route('rest', "path: '/{rest*}'"),
  ].join('');

  it.each<[string, Given, string]>([
    ['none', {}, 'plain'],
    ['one', { headers: ['X-Version: 2'] }, 'two'],
    ['both', { headers: ['X-Version: 2'], path: '/x?a=b&beta=1' }, 'beta'],
    ['half of both', { path: '/x?beta=1' }, 'plain'],
    ['another', { headers: ['X-Version: 3'] }, 'plain'],
    ['none where one is asked for, which falls to no other path', { path: '/y' }, 'route_not_found'],
    ['one where one is asked for', { headers: ['X-Version: 2'], path: '/y' }, 'strict'],
  ])('choose by %s', async (_, given, expected) => {
    rig = await TestGateway.start({ routes: versions });
    expect(await taken(given)).toBe(expected);
  });

  it.each<[string, Given]>([
    ['a header twice', { headers: ['X-Version: 2', 'X-Version: 1'] }],
    ['a header twice alike', { headers: ['X-Version: 2', 'x-version: 2'] }],
    ['a parameter twice', { headers: ['X-Version: 2'], path: '/x?beta=1&beta=0' }],
    ['a parameter twice, once escaped', { headers: ['X-Version: 2'], path: '/x?beta=1&%62eta=0' }],
    ['a parameter in capitals', { headers: ['X-Version: 2'], path: '/x?BETA=1' }],
    ['a parameter behind a semicolon', { headers: ['X-Version: 2'], path: '/x?a=1;beta=1' }],
    ['a parameter twice behind what is missing', { path: '/x?beta=1&beta=0' }],
  ])('are refused where two servers could read %s', async (_, given) => {
    rig = await TestGateway.start({ routes: versions });
    expect(await taken(given)).toBe('request_malformed');
    expect(rig.upstream.received).toEqual([]);
  });

  it('are asked of no request on other paths', async () => {
    rig = await TestGateway.start({ routes: versions });
    expect(await taken({ path: '/z?beta=1&beta=0', headers: ['X-Version: 2', 'X-Version: 1'] })).toBe('rest');
  });

  it('may not be of a header that is dropped from what clients send', async () => {
    const routes = route('a', 'path: /x, headers: { x-user-id: "7" }');
    await expect(TestGateway.start({ routes })).rejects.toThrow('x-user-id');
  });
});
