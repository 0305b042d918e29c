import type { GatewayState } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { readinessOf, type Standing } from './readiness.ts';

const version = 'a'.repeat(64);
const gateway: GatewayState = {
  node: 'gateway-1',
  configurationVersion: version,
  revocationSequence: 7,
  feedHeardAt: 9_700,
  stale: false,
  requestsInProgress: 0,
  issuers: [{ name: 'house', keys: 2, kids: ['a', 'b'], confirmedAt: 4_000, rejected: [] }],
  upstreams: [],
};
const good: Standing = {
  phase: 'running',
  configuration: { version, loadedAt: 1_000, source: 'signet.yaml' },
  processes: 1,
  gateways: [gateway],
  storeAnswers: true,
};
const at = (changed: Partial<Standing>) => readinessOf({ ...good, ...changed }, 10_000);

describe('readiness', () => {
  it('tells configuration, news of revocations and keys with their age', () => {
    expect(at({})).toEqual({
      ready: true,
      because: [],
      configuration: { version, ageMs: 9_000 },
      store: 'answers',
      gateways: [
        {
          node: 'gateway-1',
          current: true,
          revocations: { sequence: 7, ageMs: 300, stale: false },
          issuers: [{ name: 'house', keys: 2, ageMs: 6_000 }],
        },
      ],
    });
  });

  it.each<readonly [string, Partial<Standing>]>([
    ['while it starts', { phase: 'starting', storeAnswers: false, gateways: [] }],
    ['while it stops', { phase: 'stopping' }],
    ['where no gateway answers', { gateways: [] }],
    ['where one has no news of revocations', { gateways: [gateway, { ...gateway, node: 'x', stale: true }] }],
    ['where the database is silent', { storeAnswers: false }],
  ])('is none %s, and says why', (_, changed) => {
    expect(at(changed)).toMatchObject({ ready: false, because: [expect.any(String)] });
  });

  it('is there without the keys of an issuer, which are told', () => {
    const away = { name: 'partner', keys: 0, kids: [], rejected: [], failure: 'no answer' };
    const { ready, gateways } = at({ gateways: [{ ...gateway, issuers: [away] }] });
    expect(ready).toBe(true);
    expect(gateways[0]?.issuers).toEqual([{ name: 'partner', keys: 0, failure: 'no answer' }]);
  });

  it('tells a gateway that has another configuration', () => {
    const { gateways } = at({ gateways: [{ ...gateway, configurationVersion: 'b'.repeat(64) }] });
    expect(gateways[0]?.current).toBe(false);
  });
});
