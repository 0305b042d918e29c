import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StreamLife } from './stream-life.ts';

const beat = vi.fn();
const cutOff = vi.fn();
let life: StreamLife;

beforeEach(() => {
  vi.useFakeTimers();
  beat.mockReset();
  cutOff.mockReset();
  life = new StreamLife({ beat, cutOff });
});
afterEach(() => {
  life.end();
  vi.useRealTimers();
});

describe('a stream', () => {
  it('says that it lives after each 15 s of silence', () => {
    life.begin();
    vi.advanceTimersByTime(14_999);
    expect(beat).not.toHaveBeenCalled();
    vi.advanceTimersByTime(30_001);
    expect(beat).toHaveBeenCalledTimes(3);
  });

  it('that speaks need not say so', () => {
    life.begin();
    for (let word = 0; word < 10; word += 1) {
      vi.advanceTimersByTime(10_000);
      life.spoke();
    }
    expect(beat).not.toHaveBeenCalled();
  });

  it('says nothing before it has begun, nor behind its end', () => {
    life.spoke();
    vi.advanceTimersByTime(60_000);
    life.begin();
    life.end();
    life.spoke();
    vi.advanceTimersByTime(60_000);
    expect(beat).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is cut off where its reader does not move for so long', () => {
    life.awaitReader(1_000);
    vi.advanceTimersByTime(600);
    // Written once more: the reader has still not moved.
    life.awaitReader(1_000);
    vi.advanceTimersByTime(399);
    expect(cutOff).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(cutOff).toHaveBeenCalledTimes(1);
  });

  it('is not cut off where its reader moves', () => {
    life.awaitReader(1_000);
    vi.advanceTimersByTime(999);
    life.readerMoves();
    life.awaitReader(1_000);
    vi.advanceTimersByTime(999);
    life.readerMoves();
    vi.advanceTimersByTime(5_000);
    expect(cutOff).not.toHaveBeenCalled();
  });
});
