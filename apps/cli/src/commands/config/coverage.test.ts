import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, expect, it } from 'vitest';
import { runInProcess } from '../../testing/run-in-process.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
const file = join(folder.path, 'signet.yaml');

function write(condition: string): void {
  writeFileSync(
    file,
    `version: 1
identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - id: orders
    match: { methods: [POST, GET], path: '/orders/{tenant}', hosts: [api.example] }
    auth: { issuer: house, scopes: [orders:read], roles: [clerk, boss], acr: "2", maxAge: 10m, condition: { own: "${condition}" } }
    upstream: api
  - id: open
    match: { methods: [GET], path: '/health' }
    public: true
    upstream: api
`,
  );
}

it('prints each method and path with all that is asked, and what is open', async () => {
  write('claims.tenant == path.tenant');
  const { code, out } = await runInProcess(['config', 'coverage', file]);
  expect(code).toBe(0);
  const lines = out.split('\n').map((line) => line.trim().split(/ {2,}/));
  const asks =
    'a token of house for https://api.example; scopes orders:read; one of the roles clerk, boss; own: claims.tenant == path.tenant; acr 2; a sign-in of the last 600 s';
  expect(lines.slice(0, 4)).toEqual([
    ['METHOD', 'PATH', 'ROUTE', 'ASKS FOR'],
    ['GET', '/health', 'open', 'nothing: open to everyone'],
    ['GET', 'api.example /orders/{tenant}', 'orders', asks],
    ['POST', 'api.example /orders/{tenant}', 'orders', asks],
  ]);
  expect(out).toContain('1 of 3 are open to everyone');
});

it('answers the same in JSON, and checks a configuration that has problems instead', async () => {
  write('claims.tenant == path.tenant');
  const told = JSON.parse((await runInProcess(['config', 'coverage', file, '--json'])).out);
  expect(told.covered[0]).toEqual({
    ...{ route: 'open', method: 'GET', hosts: [], path: '/health', values: [] },
    ...{ asks: [], optional: false },
  });
  write('claims.tenant == path.tennant');
  const refused = await runInProcess(['config', 'coverage', file]);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('No such key: tennant');
});

it('tells combinations, and counts what needs no token among what is open', async () => {
  writeFileSync(
    file,
    `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - id: page
    match: { methods: [GET], path: /page }
    auth: { issuer: house, optional: true, anyOf: [{ scopes: [a, b] }, { roles: [x, y], condition: "true" }] }
    upstream: api
`,
  );
  const { out } = await runInProcess(['config', 'coverage', file]);
  const asks =
    'no token, or a token of house for https://api.example; (scopes (a & b) | (roles (x | y) & condition))';
  expect(out).toContain(asks);
  expect(out).toContain('1 of 1 are open to everyone');
});

it('shows values that choose a route, and what came of policies', async () => {
  writeFileSync(
    file,
    `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
policies: { readers: { auth: { issuer: house, scopes: [read] } } }
defaults: { upstream: api }
routes:
  - id: beta
    use: readers
    match: { methods: [GET], path: /x, hosts: ['*.api.example'], headers: { x-v: '2' }, query: { beta: on-wish } }
`,
  );
  const { out } = await runInProcess(['config', 'coverage', file]);
  expect(out.split('\n')[1]?.split(/ {2,}/)).toEqual([
    'GET',
    '*.api.example /x (x-v: 2, ?beta=on-wish)',
    'beta',
    'a token of house for https://api.example; scopes read',
  ]);
});
