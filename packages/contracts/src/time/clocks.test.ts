import { expect, it } from 'vitest';
import { ManualClocks } from '../testing/manual-clocks.ts';
import { elapsed, type SteadyClock, steadyTime, type WallClock } from './clocks.ts';

it('the two kinds of time cannot be mixed: each of these lines is an error to the compiler', () => {
  const { wall, steady } = new ManualClocks();
  const mixed = [
    // @ts-expect-error a wall clock where a steady one is needed
    (): SteadyClock => wall,
    // @ts-expect-error a steady clock where a wall clock is needed
    (): WallClock => steady,
    // @ts-expect-error a plain clock may be either
    (): SteadyClock => Date.now,
    // @ts-expect-error an age by the wall clock
    (): number => elapsed(wall(), steady()),
    // @ts-expect-error a sum of both
    (): number => wall() - steady(),
    // @ts-expect-error a date of a moment that has none
    (): Date => new Date(steady()),
  ];
  expect(mixed).toHaveLength(6);
});

it('what never was is older than anything', () => {
  expect(elapsed(undefined, steadyTime(5))).toBe(Number.POSITIVE_INFINITY);
  expect(elapsed(steadyTime(5), steadyTime(7))).toBe(2);
});
