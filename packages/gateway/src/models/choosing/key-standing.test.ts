import { ManualClocks } from '@signet/contracts/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { type KeyRules, KeyStanding } from './key-standing.ts';

const rules: KeyRules = { off: false, expires: undefined };

let clocks: ManualClocks;
let standing: KeyStanding;
const stateOf = (with_: KeyRules = rules) => standing.status(with_, clocks.wall(), clocks.steady()).state;
const told = (requests: number, tokens: number, resetsIn: number) =>
  standing.told(
    { requests: { left: requests, resetsIn }, tokens: { left: tokens, resetsIn }, retryAfter: undefined },
    clocks.steady(),
  );

beforeEach(() => {
  clocks = new ManualClocks();
  standing = new KeyStanding();
});

describe('the standing of a key', () => {
  it('is good until something speaks against it', () => {
    expect(standing.status(rules, clocks.wall(), clocks.steady())).toEqual({
      ...{ state: 'enabled', reason: undefined, restsFor: undefined },
      ...{ inFlight: 0, requestsLeft: undefined, tokensLeft: undefined },
    });
  });

  it('is off by hand, or over by its date, whatever its provider says', () => {
    expect(stateOf({ ...rules, off: true })).toBe('off');
    const expiring = { ...rules, expires: clocks.wall() };
    standing.answered(standing.blows);
    expect(stateOf(expiring)).toBe('expired');
    clocks.set(-1);
    expect(stateOf(expiring)).toBe('enabled');
  });

  it('rests as long as the provider says, or longer each time', () => {
    standing.struck('cooling', 7_000, clocks.steady());
    clocks.pass(6_999);
    expect(stateOf()).toBe('cooling');
    clocks.pass(1);
    expect(stateOf()).toBe('enabled');
    standing.struck('dead', undefined, clocks.steady());
    const restsFor = () => standing.away(rules, clocks.wall(), clocks.steady())?.restsFor;
    // The second blow since an answer.
    expect(restsFor()).toBe(120_000);
    standing.answered(standing.blows);
    expect(stateOf()).toBe('enabled');
    standing.struck('dead', undefined, clocks.steady());
    expect(restsFor()).toBe(60_000);
  });

  it('never rests for ever, whatever the provider says and however often', () => {
    for (let blow = 0; blow < 100; blow += 1) standing.struck('cooling', undefined, clocks.steady());
    clocks.pass(60 * 60 * 1_000);
    expect(stateOf()).toBe('enabled');
    standing.struck('cooling', Number.POSITIVE_INFINITY, clocks.steady());
    clocks.pass(24 * 60 * 60 * 1_000);
    expect(stateOf()).toBe('enabled');
  });

  it('is not made good by an answer that was under way, nor its rest made shorter', () => {
    const begun = standing.blows;
    standing.struck('over-quota', 60_000, clocks.steady());
    standing.answered(begun);
    standing.struck('cooling', 1, clocks.steady());
    clocks.pass(59_999);
    expect(stateOf()).toBe('over-quota');
  });

  it('begins anew with another value, and with no other', () => {
    standing.read('one');
    standing.struck('dead', undefined, clocks.steady());
    standing.read('one');
    expect(stateOf()).toBe('dead');
    standing.read('two');
    expect(stateOf()).toBe('enabled');
  });
});

describe('what is learnt of the limits of a key', () => {
  it('counts what is under way, and is forgotten once it is whole again', () => {
    told(2, 1_000, 60_000);
    expect(standing.wait(600, clocks.steady())).toBe(0);
    standing.asked(600);
    expect(standing.wait(600, clocks.steady())).toBe(60_000);
    expect(standing.wait(100, clocks.steady())).toBe(0);
    standing.asked(100);
    expect(standing.wait(0, clocks.steady())).toBe(60_000);
    expect(standing.status(rules, clocks.wall(), clocks.steady())).toMatchObject({
      ...{ inFlight: 2, requestsLeft: 0, tokensLeft: 300 },
    });
    clocks.pass(60_000);
    expect(standing.wait(10_000, clocks.steady())).toBe(0);
    expect(standing.status(rules, clocks.wall(), clocks.steady()).requestsLeft).toBe(undefined);
  });

  it('counts what is under way until it is over, and never below nothing', () => {
    standing.asked(1);
    standing.over();
    standing.over();
    expect(standing.inFlight).toBe(0);
  });
});
