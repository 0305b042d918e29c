import { describe, expect, it } from 'vitest';
import { Losses } from '../model/loss.ts';
import { Fields } from './fields.ts';

function open(value: unknown) {
  const losses = new Losses();
  return { losses, fields: new Fields(value, { path: '', of: 'request', losses }) };
}

describe('Fields', () => {
  it('tells every member that nobody took, with its path, and none that was taken', () => {
    const { losses, fields } = open({ a: 1, b: 'x', c: { d: 2, e: [{ f: 3, g: 4 }] }, nothing: null });
    expect(fields.number('a')).toBe(1);
    const below = fields.below('c');
    const [item] = below?.each('e') ?? [];
    expect(item?.number('f')).toBe(3);
    for (const each of [item, below, fields]) each?.leave();
    expect(losses.told.map(({ path }) => path)).toEqual(['c.e[0].g', 'c.d', 'b']);
  });

  it('tells what is of another type, and gives nothing of it', () => {
    const { losses, fields } = open({ a: '1', list: [1, { x: 1 }], of: 'none' });
    expect(fields.number('a')).toBeUndefined();
    expect(fields.each('list')).toHaveLength(1);
    expect(fields.each('of')).toEqual([]);
    expect(losses.told.map(({ path }) => path)).toEqual(['a', 'list[0]', 'of']);
  });

  it('gives the whole as it came, and tells none of it', () => {
    const { losses, fields } = open({ a: 1, b: { c: 2 } });
    expect(fields.number('a')).toBe(1);
    expect(fields.whole()).toEqual({ a: 1, b: { c: 2 } });
    fields.leave();
    expect(losses.told).toEqual([]);
  });

  it('gives what nobody took by its path, and tells none of it', () => {
    const { losses, fields } = open({ a: 1, b: { c: 2 }, nothing: null });
    expect(fields.number('a')).toBe(1);
    expect(new Map(fields.rest())).toEqual(new Map([['b', { c: 2 }]]));
    fields.leave();
    expect(losses.told).toEqual([]);
  });

  it('takes no member of the prototype for one of the wire', () => {
    const { losses, fields } = open(JSON.parse('{"__proto__":{"a":1}}'));
    expect(fields.take('constructor')).toBeUndefined();
    expect(fields.number('a')).toBeUndefined();
    fields.leave();
    expect(losses.told.map(({ path }) => path)).toEqual(['__proto__']);
  });
});

describe('Losses', () => {
  it('are told once each and bounded, and the rest is counted', () => {
    const losses = new Losses();
    for (let at = 0; at < 150; at += 1) {
      for (let twice = 0; twice < 2; twice += 1) {
        losses.note({ path: `a[${at}]`, of: 'answer', fate: 'dropped', reason: 'a reason' });
      }
    }
    expect([losses.told.length, losses.further]).toEqual([100, 100]);
    losses.note({ path: 'x'.repeat(9_999), of: 'request', fate: 'dropped', reason: 'a reason' });
    expect(losses.told.every(({ path }) => path.length <= 200)).toBe(true);
  });
});
