import { ManualClocks } from '@signet/contracts/testing';
import { expect, it } from 'vitest';
import { TargetReading } from './target-reading.ts';

it('knows how soon the first word comes of late, and not for ever', () => {
  const clocks = new ManualClocks();
  const reading = new TargetReading();
  expect(reading.firstWord(clocks.steady())).toBe(undefined);
  reading.spoke(1_000, clocks.steady());
  reading.spoke(2_000, clocks.steady());
  expect(reading.firstWord(clocks.steady())).toBeCloseTo(1_300);
  clocks.pass(5 * 60 * 1_000 + 1);
  expect(reading.firstWord(clocks.steady())).toBe(undefined);
  reading.spoke(10, clocks.steady());
  expect(reading.firstWord(clocks.steady())).toBe(10);
});

it('knows what is under way', () => {
  const reading = new TargetReading();
  reading.asked();
  reading.asked();
  reading.over();
  expect(reading.inFlight).toBe(1);
});
