import { steadyTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { Breaker } from './breaker.ts';

const rules = { failures: 0.5, within: 10_000, least: 4, restFor: 5_000 };
const at = (seconds: number) => steadyTime(100_000 + seconds * 1000);

/** `+` is answered, `-` fails. */
function seen(breaker: Breaker, results: string, seconds = 0): void {
  for (const result of results) {
    if (result === '+') breaker.answered(200, at(seconds));
    else breaker.failed(at(seconds));
  }
}

describe('an upstream', () => {
  it.each([
    ['---', 0],
    ['----', 5_000],
    ['+++-', 0],
    ['++--', 5_000],
    ['+++--', 0],
  ])('of whose requests these ended so rests: %s', (results, rest) => {
    const breaker = new Breaker(rules);
    seen(breaker, results);
    expect(breaker.rest(at(0))).toBe(rest);
  });

  it('is judged by what happened of late', () => {
    const breaker = new Breaker(rules);
    seen(breaker, '++++++++', 0);
    seen(breaker, '---', 9);
    expect(breaker.rest(at(9))).toBe(0);
    seen(breaker, '-', 11);
    expect(breaker.rest(at(11))).toBe(5_000);
  });

  it('gets one request after its rest, and all once that is answered', () => {
    const breaker = new Breaker(rules);
    seen(breaker, '----');
    expect(breaker.rest(at(4))).toBe(1_000);
    expect(breaker.rest(at(5))).toBe(0);
    breaker.asked(at(5));
    expect(breaker.rest(at(6))).toBe(4_000);
    seen(breaker, '+', 6);
    expect(breaker.rest(at(6))).toBe(0);
    seen(breaker, '---', 6);
    expect(breaker.rest(at(6))).toBe(5_000);
  });

  it('rests anew where that one fails, and is tried again where nobody learnt how it ended', () => {
    const breaker = new Breaker(rules);
    seen(breaker, '----');
    breaker.asked(at(5));
    seen(breaker, '-', 6);
    expect(breaker.rest(at(6))).toBe(5_000);
    breaker.asked(at(11));
    expect([breaker.rest(at(15)), breaker.rest(at(16))]).toEqual([1_000, 0]);
  });

  it('goes on resting, whatever becomes of what was under way', () => {
    const breaker = new Breaker(rules);
    seen(breaker, '----');
    seen(breaker, '-++-', 3);
    expect(breaker.rest(at(3))).toBe(2_000);
  });

  it('that flaps is found out by its share of failures', () => {
    const breaker = new Breaker(rules);
    seen(breaker, '+-'.repeat(2));
    expect(breaker.rest(at(0))).toBe(5_000);
    const less = new Breaker({ ...rules, failures: 0.6 });
    seen(less, '+-'.repeat(50));
    expect(less.rest(at(0))).toBe(0);
  });

  it('fails by its answers too, where some count as failures', () => {
    const breaker = new Breaker({ ...rules, statuses: { first: 502, last: 504 } });
    for (const status of [500, 502, 503, 505]) breaker.answered(status, at(0));
    expect(breaker.rest(at(0))).toBe(0);
    breaker.answered(504, at(0));
    expect(breaker.rest(at(0))).toBe(5_000);
  });
});
