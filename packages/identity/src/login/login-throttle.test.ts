import { steadyTime } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createFailureWindow } from './failure-window.ts';
import { createLoginThrottle } from './login-throttle.ts';

describe('the login throttle', () => {
  it('stops the eleventh guess at one account from any address, then lets it try again', () => {
    const time = new ManualClocks();
    const throttle = createLoginThrottle(time.steady);
    for (let guess = 0; guess < 10; guess += 1) {
      expect(throttle.begin('ada', `203.0.113.${guess}`).kind).toBe('attempt');
    }
    expect(throttle.begin('ada', '198.51.100.1')).toEqual({
      kind: 'throttled',
      retryAfter: 900,
      by: 'account',
    });
    time.pass(15 * 60_000);
    expect(throttle.begin('ada', '198.51.100.1').kind).toBe('attempt');
  });

  it('stops one address that guesses at many accounts, also from many addresses of one IPv6 network', () => {
    const throttle = createLoginThrottle(new ManualClocks().steady);
    for (let guess = 0; guess < 50; guess += 1) throttle.begin(`user${guess}`, `2001:db8::${guess}`);
    expect(throttle.begin('user99', '2001:db8::ffff')).toMatchObject({ kind: 'throttled', by: 'address' });
    expect(throttle.begin('user99', '2001:db8:0:1::1').kind).toBe('attempt');
  });

  it('never counts a success', () => {
    const throttle = createLoginThrottle(new ManualClocks().steady);
    for (let times = 0; times < 200; times += 1) {
      const attempt = throttle.begin('ada', '203.0.113.1');
      expect(attempt.kind).toBe('attempt');
      if (attempt.kind === 'attempt') attempt.succeeded();
    }
  });

  it('does not let an attacker with an account of their own wash away the failures of their address', () => {
    const throttle = createLoginThrottle(new ManualClocks().steady);
    const guess = (turn: number) => throttle.begin(`victim${turn}`, '203.0.113.1').kind;
    for (let turn = 0; turn < 50; turn += 1) {
      const own = throttle.begin('mallory', '203.0.113.1');
      if (own.kind === 'attempt') own.succeeded();
      expect(guess(turn)).toBe('attempt');
    }
    expect(guess(51)).toBe('throttled');
  });

  it('keeps a bounded number of names', () => {
    const window = createFailureWindow({ failures: 3, per: 1000, names: 100 });
    for (let name = 0; name < 10_000; name += 1) window.add(`name${name}`, steadyTime(0));
    expect(window.size).toBe(100);
  });
});
