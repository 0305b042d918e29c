import { steadyTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { Failures } from './failures.ts';

const at = (milliseconds: number) => steadyTime(milliseconds);

describe('Failures', () => {
  it('have one wait once there were too many, until their time is over', () => {
    const failures = new Failures({ most: 2, per: 1000 }, 10);
    failures.add('a', at(0));
    expect(failures.waitOf('a', at(1))).toBe(0);
    failures.add('a', at(100));
    expect(failures.waitOf('a', at(100))).toBe(900);
    expect(failures.waitOf('b', at(100))).toBe(0);
    expect(failures.waitOf('a', at(999))).toBe(1);
    expect(failures.waitOf('a', at(1000))).toBe(0);
  });

  it('are taken back where an attempt was none', () => {
    const failures = new Failures({ most: 1, per: 1000 }, 10);
    failures.add('a', at(0));
    failures.takeBack('a', at(1));
    failures.takeBack('a', at(1));
    expect(failures.waitOf('a', at(1))).toBe(0);
    failures.add('a', at(2));
    expect(failures.waitOf('a', at(2))).toBe(998);
  });

  it('hold so many names, and those that failed last', () => {
    const failures = new Failures({ most: 1, per: 1000 }, 2);
    for (const name of ['a', 'b', 'c']) failures.add(name, at(0));
    expect(['a', 'b', 'c'].map((name) => failures.waitOf(name, at(0)) > 0)).toEqual([false, true, true]);
  });

  it('are forgotten where clocks jumped', () => {
    const failures = new Failures({ most: 1, per: 1000 }, 2);
    failures.add('a', at(0));
    failures.forgetAll();
    expect(failures.waitOf('a', at(0))).toBe(0);
  });
});
