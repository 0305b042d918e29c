import { describe, expect, it } from 'vitest';
import { placeCard } from './place-card.ts';

const view = { width: 390, height: 800 };
const card = { width: 360, height: 160 };
const part = (top: number, bottom: number, left = 12): DOMRectReadOnly => ({
  top,
  bottom,
  left,
  right: 378,
  width: 366,
  height: bottom - top,
  x: left,
  y: top,
  toJSON: () => ({}),
});

describe('the card of the tour', () => {
  it('stands below the part, above it where there is no room, and at the lower edge of a tall part', () => {
    expect(placeCard(part(80, 300), card, view)).toEqual({ left: 12, top: 312 });
    expect(placeCard(part(400, 780), card, view)).toEqual({ left: 12, top: 228 });
    expect(placeCard(part(80, 1600), card, view)).toEqual({ left: 12, top: 628 });
  });

  it('stays within the window', () => {
    expect(placeCard(part(80, 300, 300), card, view).left).toBe(18);
    expect(placeCard(part(80, 300), card, { width: 390, height: 120 }).top).toBe(12);
  });
});
