import { describe, expect, it } from 'vitest';
import { aSigningKey as key } from '../ports/examples.ts';
import { isPublished } from './key-states.ts';

describe('a key', () => {
  it('that signs, or will, is believed', () => {
    expect(isPublished(key({ state: 'active' }), 10)).toBe(true);
    expect(isPublished(key({ state: 'next' }), 10)).toBe(true);
  });

  it('that is retiring is believed until its time, and without a time not at all', () => {
    expect(isPublished(key({ state: 'retiring', publishedUntil: 11 }), 10)).toBe(true);
    expect(isPublished(key({ state: 'retiring', publishedUntil: 10 }), 10)).toBe(false);
    expect(isPublished(key({ state: 'retiring' }), 10)).toBe(false);
  });
});
