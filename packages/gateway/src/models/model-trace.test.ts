import { Losses } from '@signet/ai';
import { expect, it } from 'vitest';
import type { CompiledTarget } from './compiled-llm.ts';
import { costAt, lossesTold } from './model-trace.ts';

const target: CompiledTarget = {
  ...{ provider: 'one', kind: 'anthropic', upstream: 'llm:one', model: 'claude-sonnet-4-5', key: undefined },
  ...{ prices: 'anthropic', firstEvent: 1, idle: 1, whole: 1 },
};
const usage = { provenance: 'provider', input: 12, output: 29 } as const;
const at = 1_770_000_000_000 as Parameters<typeof costAt>[2];

it('counts what an answer costs, and does not take unknown for nothing', () => {
  // 12 in at 3 dollars and 29 out at 15 dollars for a million.
  expect(costAt(target, usage, at)).toMatchObject({ kind: 'known', micros: 471, currency: 'USD' });
  expect(costAt({ ...target, prices: undefined }, usage, at).kind).toBe('unknown');
  expect(costAt({ ...target, model: 'nobody-knows' }, usage, at).kind).toBe('unknown');
  expect(costAt({ ...target, prices: 'no-such-list' }, usage, at).kind).toBe('unknown');
  expect(costAt(target, { ...usage, input: 1.5 }, at).kind).toBe('unknown');
});

it('tells losses in what a header may hold, however long and whatever their names', () => {
  const losses = new Losses();
  losses.note({ path: 'a\r\nset-cookie: é, b', of: 'request', fate: 'dropped', reason: 'none' });
  for (let at = 0; at < 500; at += 1)
    losses.note({ path: `messages[${at}].x`, of: 'request', fate: 'dropped', reason: 'none' });
  const told = lossesTold(losses, 1_024);
  expect(told).toMatch(/^[\x20-\x7e]{1,1024}$/);
  expect(told).toMatch(/^a\?\?set-cookie:\?\?\?\?b dropped, messages\[0\]\.x dropped/);
  const [, more = '0'] = /and (\d+) more$/.exec(told) ?? [];
  expect(told.split(', ').length - 1 + Number(more)).toBe(501);
});
