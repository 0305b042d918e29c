import { readConfiguration } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { openedRoutes } from './opened-routes.ts';
import { type Held, hold } from './replayed.ts';

const head = `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: 'http://127.0.0.1:1' }] } }
routes:
`;
const guarded = 'auth: { issuer: house }';
const open = 'public: true';

function held(routes: readonly string[]): Held {
  const text = head + routes.map((route) => `  - { ${route}, upstream: api }\n`).join('');
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  return hold(reading.configuration, { selfIssuer: 'https://login.example' });
}

const of = (id: string, path: string, more: string, match = '') =>
  `id: ${id}, match: { methods: [GET], path: '${path}'${match} }, ${more}`;

const openedBy = (before: readonly string[], draft: readonly string[]) =>
  openedRoutes(held(before), held(draft));

describe('a draft opens', () => {
  const orders = of('orders', '/orders/{rest*}', guarded);
  const health = of('health', '/health', open);

  it.each<readonly [string, readonly string[], readonly (readonly [string, string])[]]>([
    ['a route that becomes public', [of('orders', '/orders/{rest*}', open)], [['orders', 'orders']]],
    [
      'a route that takes callers without a token too',
      [of('orders', '/orders/{rest*}', 'auth: { issuer: house, optional: true }')],
      [['orders', 'orders']],
    ],
    ['what is taken by an open route of another name', [of('all', '/{rest*}', open)], [['all', 'orders']]],
    [
      'what an open route takes out of a guarded one',
      [orders, of('export', '/orders/export', open)],
      [['export', 'orders']],
    ],
    [
      'what is guarded on all hosts, on one of them',
      [orders, of('shop', '/orders/{rest*}', open, ', hosts: ["*.shop.example"]')],
      [['shop', 'orders']],
    ],
    [
      'what is guarded, for requests that say so',
      [orders, of('beta', '/orders/{rest*}', open, ', headers: { x-beta: "1" }, query: { b: "2" }')],
      [['beta', 'orders']],
    ],
  ])('%s', (_, draft, opened) => {
    const expected = opened.map(([route, by]) => ({ route, guarded: by }));
    expect(openedBy([orders, health], [...draft, health])).toEqual(expected);
  });

  it('what a server of the route was asked about, and what passes where that does not answer', () => {
    const asked = (more: string) =>
      of('hook', '/hook', `${open}, check: { url: 'https://opa.example/v1'${more} }`);
    const by = [{ route: 'hook', guarded: 'hook' }];
    expect(openedBy([asked('')], [of('hook', '/hook', open)])).toEqual(by);
    expect(openedBy([asked('')], [asked(', dangerouslyAllowOnFailure: true')])).toEqual(by);
    expect(openedBy([asked('')], [asked(', timeout: 1s')])).toEqual([]);
  });

  it('what two patterns take of which each names another segment', () => {
    const tenants = of('tenants', '/{tenant}/orders/{id}', guarded);
    const acme = of('acme', '/acme/{any}/{id}', open);
    expect(openedBy([tenants], [tenants, acme])).toEqual([{ route: 'acme', guarded: 'tenants' }]);
  });

  it('what only an open route took besides, once the guarded one is gone', () => {
    const all = of('all', '/{rest*}', open);
    expect(openedBy([orders, all], [all])).toEqual([{ route: 'all', guarded: 'orders' }]);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['is as it was', [orders, health], [orders, health]],
    ['was open', [orders, health], [orders, of('alive', '/health', open)]],
    ['nobody took', [orders], [orders, of('news', '/news', open)]],
    ['another method takes', [orders], [orders, of('put', '/orders/{rest*}', open).replace('GET', 'PUT')]],
    ['is answered no more', [orders, health], [health]],
    [
      'asks for something else',
      [orders],
      [of('orders', '/orders/{rest*}', 'auth: { issuer: house, scopes: [a] }')],
    ],
    ['is open behind what is guarded', [orders], [orders, of('all', '/{rest*}', open)]],
  ])('nothing that %s', (_, before, draft) => {
    expect(openedBy(before, draft)).toEqual([]);
  });

  it('each open route, where there are too many to hold against each other', () => {
    const many = (kind: string, of_: string) =>
      Array.from({ length: 1001 }, (_, at) => of(`${of_}${at}`, `/${of_}/${at}`, kind));
    const opened = openedBy(many(guarded, 'g'), [...many(guarded, 'g'), ...many(open, 'o')]);
    expect(opened).toHaveLength(1001);
    expect(opened[0]).toEqual({ route: 'o0', guarded: undefined });
  });
});
