import { gatewayStatesSchema, wallTime } from '@signet/contracts';
import { expect, it } from 'vitest';
import { modelKeyState } from './model-key-state.ts';

const now = wallTime(Date.UTC(2026, 10, 30, 12));
const key = { provider: 'openai', model: 'gpt-5.6', name: 'key 1', reference: 'env:K', inFlight: 2 };
const quiet = { reason: undefined, restsFor: undefined, requestsLeft: undefined, tokensLeft: undefined };
const gateway = {
  ...{ node: 'gateway-1', configurationVersion: 'v', revocationSequence: 0, stale: false },
  ...{ requestsInProgress: 0, issuers: [], upstreams: [] },
};

it('a key that rests is told with when it is asked by again, and read as it was told', () => {
  const resting = { ...key, state: 'cooling', reason: 'asked too often', restsFor: 7_000 } as const;
  const told = [
    modelKeyState({ ...resting, requestsLeft: 0, tokensLeft: undefined }, now),
    modelKeyState({ ...key, ...quiet, state: 'enabled' }, now),
  ];
  expect(told[0]).toMatchObject({ state: 'cooling', restsUntil: now + 7_000, requestsLeft: 0 });
  expect(told[1]).not.toHaveProperty('restsUntil');
  expect(gatewayStatesSchema.parse([{ ...gateway, modelKeys: told }])).toEqual([
    { ...gateway, modelKeys: told },
  ]);
});

it('a gateway of an earlier release says nothing of its keys', () => {
  expect(gatewayStatesSchema.parse([gateway])).toEqual([gateway]);
});
