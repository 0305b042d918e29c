import { ManualClocks } from '@signet/contracts/testing';
import { expect, it } from 'vitest';
import { Standings } from './standings.ts';

const rules = { off: false, expires: undefined };

it('a key that is not taken is so for all models; one that was used too often, for one of them', () => {
  const clocks = new ManualClocks();
  const standings = new Standings();
  const stateAt = (model: string) =>
    standings.key('openai', 'env:K', model).status(rules, clocks.wall(), clocks.steady()).state;
  standings.key('openai', 'env:K', 'large').struck('cooling', 90_000, clocks.steady());
  expect([stateAt('large'), stateAt('small')]).toEqual(['cooling', 'enabled']);
  standings.key('openai', 'env:K', 'large').struck('dead', undefined, clocks.steady());
  expect([stateAt('large'), stateAt('small')]).toEqual(['dead', 'dead']);
  standings.key('openai', 'env:K', 'small').read('one');
  clocks.pass(60_000);
  expect([stateAt('large'), stateAt('small')]).toEqual(['cooling', 'enabled']);
  expect(standings.key('other', 'env:K', 'large').away(rules, clocks.wall(), clocks.steady())).toBe(
    undefined,
  );
});
