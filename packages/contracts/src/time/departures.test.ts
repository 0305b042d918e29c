import { describe, expect, it } from 'vitest';
import { ManualClocks } from '../testing/manual-clocks.ts';
import { Departures } from './departures.ts';

const minute = 60_000;

function kept(lasting: number) {
  const clocks = new ManualClocks();
  const departures = new Departures<string>();
  const now = () => ({ wall: clocks.wall(), steady: clocks.steady() });
  const until = clocks.wall() + lasting;
  departures.keep('a', until, now());
  return { clocks, until, left: () => departures.release(now(), () => until) };
}

describe('what is kept until a time', () => {
  it('leaves once, within a minute after it', () => {
    const { clocks, left } = kept(10 * minute);
    expect(left()).toEqual([]);
    clocks.pass(10 * minute);
    expect(left()).toEqual([]);
    clocks.pass(minute + 1);
    expect(left()).toEqual(['a']);
    expect(left()).toEqual([]);
  });

  it('stays while the wall clock is ahead, however far and however often', () => {
    const { clocks, left } = kept(10 * minute);
    for (let step = 0; step < 8; step += 1) {
      clocks.set(1000 * minute);
      expect(left()).toEqual([]);
      clocks.set(-1000 * minute);
      clocks.pass(minute);
      expect(left()).toEqual([]);
    }
  });

  it('stays while the wall clock is behind, until that has come to the time', () => {
    const { clocks, left } = kept(10 * minute);
    clocks.set(-60 * minute);
    clocks.pass(20 * minute);
    expect(left()).toEqual([]);
    clocks.pass(52 * minute);
    expect(left()).toEqual(['a']);
  });

  it('stays through a sleep of the machine for as long as it is awake', () => {
    const { clocks, left } = kept(10 * minute);
    clocks.sleep(600 * minute);
    expect(left()).toEqual([]);
    clocks.pass(12 * minute);
    expect(left()).toEqual(['a']);
  });

  it('goes by what is wanted when the time has come, where that was made longer', () => {
    const clocks = new ManualClocks();
    const departures = new Departures<string>();
    const now = () => ({ wall: clocks.wall(), steady: clocks.steady() });
    departures.keep('a', clocks.wall(), now());
    const later = clocks.wall() + 5 * minute;
    clocks.pass(2 * minute);
    expect(departures.release(now(), () => later)).toEqual([]);
    clocks.pass(5 * minute);
    expect(departures.release(now(), () => later)).toEqual(['a']);
  });
});
