import { expect, it } from 'vitest';
import { keyRows, keyTitles } from './key-rows.ts';

const key = {
  ...{ node: 'gateway-1', provider: 'openai', model: 'gpt-5.6', name: 'key 1', reference: 'env:K' },
  requestsInProgress: 2,
};

it('a key is told with its state, and why it is not asked by', () => {
  const rows = keyRows([
    { ...key, state: 'enabled', requestsLeft: 59, tokensLeft: 0 },
    { ...key, state: 'cooling', reason: 'asked too often', restsUntil: Date.UTC(2026, 10, 30, 12) },
  ]);
  const same = ['openai', 'gpt-5.6', 'key 1', 'env:K', 'gateway-1'];
  expect(rows).toEqual([
    [...same, 'enabled', '–', '2', '59', '0', '–'],
    [...same, 'cooling', '2026-11-30T12:00:00.000Z', '2', '–', '–', 'asked too often'],
  ]);
  expect(rows[0]).toHaveLength(keyTitles.length);
});
