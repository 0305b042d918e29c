import { expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { UpstreamServer } from '../testing/upstream-server.ts';
import { compileSplit } from './split.ts';

function chooser(share: number) {
  const choose = compileSplit({
    ...{ kind: 'public', id: 'a', match: { methods: ['GET'], path: '/' }, limit: [], upstream: 'old' },
    split: { to: { next: share }, by: ['sub'] },
  });
  if (choose === undefined) throw new TypeError('No split');
  return (sub: string) => choose({ address: '::1', claims: { sub }, headers: [] });
}

const subjects = Array.from({ length: 5000 }, (_, number) => `user-${number}`);

it('gives each share its part of the callers, and keeps them when it grows', () => {
  const [few, more] = [chooser(0.1), chooser(0.3)];
  const first = subjects.filter((sub) => few(sub) === 'next');
  const then = subjects.filter((sub) => more(sub) === 'next');
  expect(first.length / subjects.length).toBeGreaterThan(0.08);
  expect(first.length / subjects.length).toBeLessThan(0.12);
  expect(then.length / subjects.length).toBeGreaterThan(0.27);
  expect(then.length / subjects.length).toBeLessThan(0.33);
  expect(first.filter((sub) => !then.includes(sub))).toEqual([]);
});

it('goes by the address where the claim is missing, and a claim is taken for no address', () => {
  const choose = compileSplit({
    ...{ kind: 'public', id: 'a', match: { methods: ['GET'], path: '/' }, limit: [], upstream: 'old' },
    split: { to: { next: 0.5 }, by: ['sub'] },
  });
  const addresses = Array.from({ length: 64 }, (_, number) => `10.0.0.${number}`);
  const byAddress = addresses.map((address) => choose?.({ address, claims: {}, headers: [] }));
  expect(new Set(byAddress)).toEqual(new Set(['old', 'next']));
  expect(addresses.map((sub) => choose?.({ address: '::1', claims: { sub }, headers: [] }))).not.toEqual(
    byAddress,
  );
});

it.each<[string, string, readonly string[], object]>([
  ['a header of exactly the value', 'next', ['X-Canary', 'yes'], {}],
  ['a claim of exactly the value', 'beta', [], { tier: { name: 'beta' } }],
  ['the first of two that are met', 'next', ['x-canary', 'yes'], { tier: { name: 'beta' } }],
  ['another value', 'old', ['x-canary', 'yes, yes'], { tier: { name: 'BETA' } }],
  ['a header that comes twice', 'old', ['x-canary', 'yes', 'X-Canary', 'yes'], {}],
  ['a header that is called as the claim', 'old', ['tier', 'beta', 'claims.tier.name', 'beta'], {}],
  ['a claim that is called as the header', 'old', [], { 'x-canary': 'yes', headers: { 'x-canary': 'yes' } }],
])('conditions go before shares: %s', (_, expected, headers, claims) => {
  const choose = compileSplit({
    ...{ kind: 'public', id: 'a', match: { methods: ['GET'], path: '/' }, limit: [], upstream: 'old' },
    split: {
      when: [
        { kind: 'header', name: 'x-canary', is: 'yes', to: 'next' },
        { kind: 'claim', claim: ['tier', 'name'], is: 'beta', to: 'beta' },
      ],
      ...{ to: {}, by: 'address' },
    },
  });
  expect(choose?.({ address: '::1', claims: { ...claims }, headers })).toBe(expected);
});

it('sends a subject to one upstream, by the verified token and by nothing that the client says', async () => {
  const next = await UpstreamServer.start();
  const rig = await TestGateway.start();
  const snapshot = rig.compile({
    upstreams: `  old: { targets: [{ url: ${rig.upstream.url} }] }\n  next: { targets: [{ url: ${next.url} }] }`,
    routes: `
  - id: orders
    match: { methods: [GET], path: /orders }
    auth: { issuer: house, audience: https://api.example }
    upstream: old
    split: { to: { next: 50% }, by: claims.sub }`,
  });
  rig.gateway.swap(snapshot);
  const choose = chooser(0.5);
  for (const sub of subjects.slice(0, 8)) {
    const before = [rig.upstream.received.length, next.received.length];
    const token = await rig.token({ sub });
    for (const value of ['user-1', 'user-2'])
      await rig.call('/orders', { token, headers: { 'x-sub': value } });
    const grown = [rig.upstream.received.length, next.received.length].map(
      (now, at) => now - (before[at] ?? 0),
    );
    expect(grown).toEqual(choose(sub) === 'old' ? [2, 0] : [0, 2]);
    expect(rig.records.at(-1)?.upstream?.name).toBe(choose(sub));
  }
  await Promise.all([rig.close(), next.close()]);
});
