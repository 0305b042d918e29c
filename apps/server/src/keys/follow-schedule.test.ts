import { newId } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import type { Identity } from '@signet/identity';
import { describe, expect, it, vi } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { followSchedule } from './follow-schedule.ts';

const day = 24 * 3_600_000;

function following(rotate: Identity['rotateBySchedule']) {
  const lines: string[] = [];
  const clocks = new ManualClocks();
  const log = makeLogger('info', { write: (line: string) => void lines.push(line) });
  return { ...followSchedule({ rotate, clocks, log }), clocks, logged: () => lines.join('') };
}

describe('the schedule of the keys', () => {
  it('is not followed by a clock that is ahead for a while, and is by one that was right all day', async () => {
    const times: number[] = [];
    const { look, close, clocks } = following(async (now) => void times.push(now));
    await look();
    const start = clocks.wall();
    clocks.set(200 * day);
    clocks.pass(60_000);
    await look();
    expect(times.at(-1)).toBe(start + 60_000);
    clocks.pass(day);
    await look();
    expect(times.at(-1)).toBe(clocks.wall());
    await close();
  });

  it('tells in the log which key it published or let sign, and that it will try again', async () => {
    const key = newId('key');
    const rotate = vi
      .fn<Identity['rotateBySchedule']>()
      .mockResolvedValueOnce({ done: 'published', key })
      .mockResolvedValueOnce({ done: 'activated', key })
      .mockRejectedValueOnce(new Error('The store is away.'))
      .mockResolvedValueOnce(undefined);
    const { look, close, logged } = following(rotate);
    await look();
    expect(logged()).toMatch(new RegExp(`${key}.*published by schedule[\\s\\S]*${key}.*signs, by schedule`));
    await look();
    expect(logged()).toMatch(/The store is away[\s\S]*tried again/);
    await look();
    expect(rotate).toHaveBeenCalledTimes(4);
    await close();
  });
});
