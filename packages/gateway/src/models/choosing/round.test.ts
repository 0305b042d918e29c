import { ManualClocks } from '@signet/contracts/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChoosableTarget, CompiledModel } from '../compiled-llm.ts';
import type { Verdict } from './after-failure.ts';
import type { CompiledKey } from './compiled-key.ts';
import type { Needs } from './needs.ts';
import { Round, type RoundParts } from './round.ts';
import { Standings } from './standings.ts';

const key = (name: string, more: Partial<CompiledKey> = {}): CompiledKey => ({
  ...{ name: `key ${name}`, reference: `env:${name}`, weight: 1, rules: { off: false, expires: undefined } },
  ...more,
});
const target = (provider: string, keys: readonly CompiledKey[], more: Partial<ChoosableTarget> = {}) => ({
  ...{ provider, kind: 'openai' as const, upstream: `llm:${provider}`, model: 'm', prices: undefined },
  ...{ firstEvent: 1, idle: 1, whole: 1, weight: 1, lacks: [], context: undefined, keys },
  ...more,
});
const needs: Needs = { abilities: new Set(), input: 10, output: 0 };
const tooOften: Verdict = { next: 'next-key', blow: 'cooling', because: 'was asked too often by the key' };
const broke: Verdict = { next: 'same-key', because: 'answered 500' };

let clocks: ManualClocks;
let standings: Standings;

beforeEach(() => {
  clocks = new ManualClocks();
  standings = new Standings();
});

function round(targets: readonly ChoosableTarget[], more: Partial<RoundParts & CompiledModel> = {}): Round {
  const { strategy = 'priority', retries = 1, ...parts } = more;
  return new Round({
    ...{ model: { strategy, retries, targets }, needs, conversation: 'c', standings },
    ...{ at: clocks.wall(), steady: clocks.steady, restOf: () => 0, mayRepeat: () => true },
    ...{ priceOf: () => undefined, random: () => 0 },
    ...parts,
  });
}

function asked(found: ReturnType<Round['next']>): string {
  if ('kind' in found) return `nobody: ${found.because ?? 'all were asked'}`;
  return `${found.target.provider} ${found.key?.reference ?? 'keyless'}`;
}

describe('who is asked', () => {
  it('by the next key after 429, and at another provider once all keys are spent', () => {
    const going = round([target('a', [key('A1'), key('A2')]), target('b', [])]);
    const first = asked(going.next());
    going.failed(tooOften, undefined);
    const second = asked(going.next());
    expect([first, second].toSorted()).toEqual(['a env:A1', 'a env:A2']);
    going.failed(tooOften, undefined);
    expect(asked(going.next())).toBe('b keyless');
    going.failed(tooOften, undefined);
    expect(asked(going.next())).toBe('nobody: all were asked');
    expect(going.told).toEqual([
      `a/m by key ${first.slice(6)} was asked too often by the key`,
      `a/m by key ${second.slice(6)} was asked too often by the key`,
      'b/m was asked too often by the key',
    ]);
  });

  it('is the same once more after a fault of the server, with a pause, and then another', () => {
    const going = round([target('a', [key('A')]), target('b', [])], { retries: 2 });
    expect(going.next()).toMatchObject({ pause: 0 });
    going.failed(broke, undefined);
    expect(going.next()).toMatchObject({ pause: 100, target: { provider: 'a' } });
    going.failed(broke, undefined);
    expect(going.next()).toMatchObject({ pause: 200, target: { provider: 'a' } });
    going.failed(broke, undefined);
    expect(asked(going.next())).toBe('b keyless');
  });

  it('is another at once where the provider wants too long a pause, or too much is sent again', () => {
    const patient = round([target('a', []), target('b', [])]);
    patient.next();
    patient.failed(broke, 60_000);
    expect(asked(patient.next())).toBe('b keyless');
    const spent = round([target('a', []), target('b', [])], { mayRepeat: () => false });
    spent.next();
    spent.failed(broke, undefined);
    expect(asked(spent.next())).toBe('b keyless');
  });

  it('is nobody after a request that is wrong', () => {
    const going = round([target('a', []), target('b', [])]);
    going.next();
    going.failed({ next: 'nobody', because: 'answered 400' }, undefined);
    expect(going.next()).toEqual({ kind: 'spent', because: undefined });
  });

  it('never is asked more often than a bound, however much is configured', () => {
    const many = Array.from({ length: 8 }, (_, at) =>
      target(
        `p${at}`,
        Array.from({ length: 16 }, (_each, of) => key(`${at}_${of}`)),
      ),
    );
    const going = round(many, { retries: 3 });
    let times = 0;
    while (!('kind' in going.next())) {
      times += 1;
      going.failed(times % 2 === 0 ? tooOften : broke, undefined);
    }
    expect(times).toBe(12);
  });
});

describe('who is passed over', () => {
  it('is who lacks what is needed, with its reason; where all do, nobody is asked', () => {
    const wanting = { ...needs, abilities: new Set(['vision'] as const) };
    const blind = target('a', [], { lacks: ['vision'] });
    const going = round([blind, target('b', [])], { needs: wanting });
    expect(asked(going.next())).toBe('b keyless');
    expect(going.told).toEqual(['a/m has no vision']);
    expect(asked(round([blind], { needs: wanting }).next())).toBe('nobody: lacks');
  });

  it('is a key that rests, is off or over; where there is no other, the one that rests shortest is tried', () => {
    standings.key('a', 'env:A1', 'm').struck('cooling', 7_000, clocks.steady());
    standings.key('a', 'env:A2', 'm').struck('dead', 9_000, clocks.steady());
    const off = key('A3', { rules: { off: true, expires: undefined } });
    const over = key('A4', { rules: { off: false, expires: clocks.wall() } });
    const going = round([target('a', [key('A1'), key('A2'), off, over])]);
    expect(asked(going.next())).toBe('a env:A1');
    going.failed(tooOften, 7_000);
    expect(asked(going.next())).toBe('nobody: all were asked');
    expect(asked(round([target('a', [off, over])]).next())).toBe('nobody: keys');
    expect(asked(round([target('a', [key('A1')]), target('b', [])]).next())).toBe('b keyless');
    expect(going.told.slice(0, 4)).toEqual([
      'a/m is not asked by key A1: the provider was asked too often by it',
      'a/m is not asked by key A2: the provider does not take it',
      'a/m is not asked by key A3: switched off in signet.yaml',
      'a/m is not asked by key A4: its `expires` in signet.yaml is over',
    ]);
    clocks.pass(7_000);
    expect(asked(round([target('a', [key('A1'), off])]).next())).toBe('a env:A1');
  });

  it('is who is left alone by its breaker, unless there is nobody else', () => {
    const restOf = ({ provider }: ChoosableTarget) => (provider === 'a' ? 1 : 0);
    expect(asked(round([target('a', []), target('b', [])], { restOf }).next())).toBe('b keyless');
    const alone = round([target('a', [])], { restOf });
    expect(asked(alone.next())).toBe('a keyless');
  });
});

describe('a key', () => {
  it('stays the same for a conversation, and conversations are spread over all', () => {
    const keys = ['A1', 'A2', 'A3'].map((name) => key(name));
    const of = (conversation: string) => asked(round([target('a', keys)], { conversation }).next());
    expect(of('one')).toBe(of('one'));
    expect(new Set(Array.from({ length: 60 }, (_, at) => of(`c${at}`))).size).toBe(3);
  });

  it('that has room is taken before one that has none, which is taken before nobody', () => {
    const keys = [key('A1'), key('A2')];
    const usual = asked(round([target('a', keys)]).next()).slice(2);
    const limits = { tokens: { left: 5, resetsIn: 60_000 }, requests: undefined, retryAfter: undefined };
    standings.key('a', usual, 'm').told(limits, clocks.steady());
    expect(asked(round([target('a', keys)]).next())).not.toBe(`a ${usual}`);
    expect(
      asked(
        round([
          target(
            'a',
            keys.filter(({ reference }) => reference === usual),
          ),
        ]).next(),
      ),
    ).toBe(`a ${usual}`);
  });
});
