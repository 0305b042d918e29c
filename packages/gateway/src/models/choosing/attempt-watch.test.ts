import { ManualClocks } from '@signet/contracts/testing';
import { beforeEach, expect, it } from 'vitest';
import { Breaker } from '../../upstream/breaker.ts';
import { AttemptWatch } from './attempt-watch.ts';
import { Standings } from './standings.ts';

const rules = { off: false, expires: undefined };
const breakerRules = { failures: 0.5, within: 10_000, least: 1, restFor: 5_000 };

let clocks: ManualClocks;
let standings: Standings;
let breaker: Breaker;
const keyAt = () => standings.key('a', 'env:K', 'm');
const status = () => keyAt().status(rules, clocks.wall(), clocks.steady());
const watch = () =>
  new AttemptWatch({
    ...{ key: keyAt(), reading: standings.target('a', 'm'), breaker },
    ...{ at: clocks.wall(), steady: clocks.steady, tokens: 10 },
  });
const head = (code: number, ...rawHeaders: readonly string[]) => ({ status: code, rawHeaders });

beforeEach(() => {
  clocks = new ManualClocks();
  standings = new Standings();
  breaker = new Breaker(breakerRules);
});

it('counts what is under way, and the end of it once', () => {
  const one = watch();
  const other = watch();
  expect([status().inFlight, standings.target('a', 'm').inFlight]).toEqual([2, 2]);
  one.over('left');
  one.over('answered');
  expect([status().inFlight, standings.target('a', 'm').inFlight]).toEqual([1, 1]);
  other.over('answered');
  expect(status()).toMatchObject({ inFlight: 0, state: 'enabled' });
});

it('strikes the key for as long as the provider says', () => {
  const asked = watch();
  const none = ['x-ratelimit-remaining-requests', '0', 'x-ratelimit-reset-requests', '7s'];
  asked.heard(head(429, 'retry-after', '7', ...none));
  asked.over('failed', { next: 'next-key', blow: 'cooling', because: 'was asked too often' });
  expect(asked.pause).toBe(7_000);
  expect(status()).toMatchObject({ state: 'cooling', restsFor: 7_000, requestsLeft: 0 });
  const later = watch();
  later.heard(head(200));
  later.over('answered');
  expect(status().state).toBe('enabled');
});

it('takes what the body says of a pause, where the head says none', () => {
  const asked = watch();
  asked.heard(head(429));
  asked.over('failed', { next: 'next-key', blow: 'cooling', because: 'was asked too often' }, 34_400);
  expect(status().restsFor).toBe(34_400);
});

it('opens the breaker where no answer comes, and not where one does', () => {
  const answered = watch();
  answered.heard(head(429));
  answered.over('failed', { next: 'next-key', because: 'was asked too often' });
  expect(breaker.rest(clocks.steady())).toBe(0);
  watch().over('failed', { next: 'same-key', because: 'could not be reached' });
  expect(breaker.rest(clocks.steady())).toBe(5_000);
});

it('measures the first word of a stream, and how long none came', () => {
  const fast = watch();
  clocks.pass(300);
  fast.spoke();
  clocks.pass(9_000);
  fast.spoke();
  fast.over('answered');
  expect(standings.target('a', 'm').firstWord(clocks.steady())).toBe(300);
  const silent = watch();
  clocks.pass(1_300);
  silent.over('failed', { next: 'next-target', because: 'took too long', tooSlow: true });
  expect(standings.target('a', 'm').firstWord(clocks.steady())).toBeCloseTo(600);
});
