import { describe, expect, it } from 'vitest';
import { ManualClocks } from '../testing/manual-clocks.ts';
import { steadyTime, wallTime } from './clocks.ts';
import { WatchedClocks } from './watched-clocks.ts';

const hour = 3_600_000;

function watched() {
  const clocks = new ManualClocks();
  const watch = new WatchedClocks(clocks);
  const jumps: number[] = [];
  watch.onJump((milliseconds) => jumps.push(milliseconds));
  return { clocks, watch, jumps };
}

describe('watched clocks', () => {
  it('say nothing while time passes, however long between two looks', () => {
    const { clocks, watch, jumps } = watched();
    for (const passed of [1, 1000, hour, 1000 * hour]) {
      clocks.pass(passed);
      watch.now();
    }
    expect(jumps).toEqual([]);
  });

  it.each([
    ['set back', -10 * 60_000],
    ['set forward', hour],
    ['gone on while the machine slept', 8 * hour],
  ])('notice a wall clock that was %s, once', (_, milliseconds) => {
    const { clocks, watch, jumps } = watched();
    clocks.set(milliseconds);
    watch.now();
    watch.now();
    expect(jumps).toEqual([milliseconds]);
  });

  it('notice there and back as two', () => {
    const { clocks, watch, jumps } = watched();
    for (const step of [hour, -hour]) {
      clocks.set(step);
      watch.now();
      clocks.pass(3000);
      watch.now();
    }
    expect(jumps).toEqual([hour, -hour]);
  });

  it('follow a drift that oscillators have', () => {
    const { clocks, watch, jumps } = watched();
    for (let minute = 0; minute < 1000; minute += 1) {
      clocks.pass(60_000);
      clocks.set(30);
      watch.now();
    }
    expect(jumps).toEqual([]);
  });

  it('notice a jump in small steps', () => {
    const { clocks, watch, jumps } = watched();
    for (let step = 0; step < 30; step += 1) {
      clocks.pass(1000);
      clocks.set(-100);
      watch.now();
    }
    expect(jumps.length).toBeGreaterThanOrEqual(2);
  });

  it('do not take it for a jump when the process was held up between the two looks', () => {
    let passed = 0;
    const held: number[] = [];
    const read = () => {
      passed += held.shift() ?? 0;
      return passed;
    };
    const watch = new WatchedClocks({
      wall: () => wallTime(read() + hour),
      steady: () => steadyTime(read()),
    });
    const jumps: number[] = [];
    watch.onJump((milliseconds) => jumps.push(milliseconds));
    // The steady clock is read, five seconds pass, and the wall clock is read.
    held.push(0, 5000);
    watch.now();
    expect(jumps).toEqual([]);
  });

  it('tell the listeners before they answer, and no longer those that stopped', () => {
    const { clocks, watch, jumps } = watched();
    const stop = watch.onJump(() => jumps.push(0));
    clocks.set(-hour);
    watch.now();
    stop();
    clocks.set(-hour);
    watch.now();
    expect(jumps).toEqual([-hour, 0, -hour]);
  });
});
