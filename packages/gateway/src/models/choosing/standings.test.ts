import { ManualClocks } from '@signet/contracts/testing';
import { expect, it } from 'vitest';
import { Standings } from './standings.ts';

it('stands in bounded memory, whatever models callers name, and loses none that is in use', () => {
  const clocks = new ManualClocks();
  const standings = new Standings();
  standings.key('a', 'env:K', 'used').struck('cooling', 90_000, clocks.steady());
  for (let at = 0; at < 10_000; at += 1) {
    standings.key('a', 'env:K', `m${at}`);
    standings.target('a', `m${at}`);
    standings.key('a', 'env:K', 'used');
  }
  expect(standings.size).toBeLessThanOrEqual(2 * 4_096 + 1);
  const rules = { off: false, expires: undefined };
  const used = standings.key('a', 'env:K', 'used');
  expect(used.status(rules, clocks.wall(), clocks.steady()).state).toBe('cooling');
});
