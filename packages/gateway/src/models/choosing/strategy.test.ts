import type { TargetStrategy } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { lot } from './conversation.ts';
import { type Contender, inOrder } from './strategy.ts';

type Named = Contender & { readonly name: string };

const one = (name: string, more: Partial<Contender> = {}): Named => ({
  ...{ name, weight: 1, lot: 0.5, inFlight: 0, firstWord: undefined, price: undefined },
  ...more,
});
const order = (strategy: TargetStrategy, ...contenders: readonly Named[]) =>
  inOrder(strategy, contenders).map(({ name }) => name);

describe('who is asked first', () => {
  it('is who is written first, by priority', () => {
    expect(order('priority', one('b', { lot: 0.1 }), one('a', { lot: 0.9, price: 1 }))).toEqual(['b', 'a']);
  });

  it('is each by its share of conversations, by weight', () => {
    let heavy = 0;
    for (let at = 0; at < 2_000; at += 1) {
      const drawn = (name: string, weight: number) => one(name, { weight, lot: lot(`c${at}`, name) });
      if (order('weighted', drawn('light', 1), drawn('heavy', 3))[0] === 'heavy') heavy += 1;
    }
    expect(heavy / 2_000).toBeGreaterThan(0.7);
    expect(heavy / 2_000).toBeLessThan(0.8);
  });

  it('is who has least to do for its weight', () => {
    const [busy, strong] = [one('busy', { inFlight: 2 }), one('strong', { inFlight: 3, weight: 3 })];
    expect(order('least-loaded', busy, strong)).toEqual(['strong', 'busy']);
  });

  it('is who says its first word soonest; who has not been timed is tried by one question alone', () => {
    const [slow, fast] = [one('slow', { firstWord: 900 }), one('fast', { firstWord: 300 })];
    expect(order('fastest', slow, fast, one('new'))).toEqual(['new', 'fast', 'slow']);
    expect(order('fastest', slow, fast, one('new', { inFlight: 1 }))).toEqual(['fast', 'slow', 'new']);
  });

  it('is who costs least; what nobody knows is never cheap', () => {
    const [dear, cheap] = [one('dear', { price: 9 }), one('cheap', { price: 1 })];
    expect(order('cheapest', one('unknown'), dear, cheap)).toEqual(['cheap', 'dear', 'unknown']);
    expect(order('cheapest', one('a'), one('b'))).toEqual(['a', 'b']);
  });
});
