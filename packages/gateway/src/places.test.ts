import { describe, expect, it } from 'vitest';
import { type Place, Places } from './places.ts';

const bounds = { most: 4, mostOfOne: 2 };

function taken(place: ReturnType<Places['take']>): Place {
  if (typeof place === 'string') throw new TypeError(place);
  return place;
}

describe('places', () => {
  it('are taken by one holder up to its share, and by all up to their number', () => {
    const places = new Places();
    const first = taken(places.take('a', bounds));
    taken(places.take('a', bounds));
    expect(places.take('a', bounds)).toBe('own-taken');
    taken(places.take('b', bounds));
    taken(places.take('c', bounds));
    expect(places.take('d', bounds)).toBe('all-taken');
    first.givenBack();
    expect(places.taken).toBe(3);
    taken(places.take('a', bounds));
  });

  it('keep no more names than twice the places taken, beside a thousand', () => {
    const places = new Places();
    const held = taken(places.take('held', { most: 1_000_000, mostOfOne: 1 }));
    for (let number = 0; number < 100_000; number += 1) {
      taken(places.take(`stranger ${number}`, { most: 1_000_000, mostOfOne: 1 })).givenBack();
      expect(places.holders).toBeLessThan(1_030);
    }
    expect(places.take('held', { most: 1_000_000, mostOfOne: 1 })).toBe('own-taken');
    held.givenBack();
    expect(places.taken).toBe(0);
  });
});
