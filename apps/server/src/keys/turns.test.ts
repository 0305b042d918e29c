import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

const never = new AbortController().signal;

/** Jobs that end when they are told to. */
function jobs() {
  const ends: (() => void)[] = [];
  const job = () => new Promise<void>((resolve) => void ends.push(resolve));
  return { job, begun: () => ends.length, end: (at: number) => ends[at]?.() };
}

describe('turns', () => {
  it('begin no more at once than they may, and the next as one ends, well or not', async () => {
    const { job, begun, end } = jobs();
    const inTurn = createTurns(() => 2);
    const failing = inTurn(async () => {
      await job();
      throw new Error('no');
    }, never);
    const all = [inTurn(job, never), inTurn(job, never), inTurn(job, never)];
    await Promise.resolve();
    expect(begun()).toBe(2);
    end(0);
    await expect(failing).rejects.toThrow('no');
    await expect.poll(begun).toBe(3);
    end(1);
    await expect.poll(begun).toBe(4);
    end(2);
    end(3);
    await Promise.all(all);
  });

  it('are lost by who waited for too long, and do not begin then', async () => {
    const { job, begun, end } = jobs();
    const inTurn = createTurns(() => 1);
    const first = inTurn(job, never);
    const deadline = new AbortController();
    const late = inTurn(job, deadline.signal);
    deadline.abort();
    await expect(late).rejects.toThrow('in time');
    await expect(inTurn(job, AbortSignal.abort())).rejects.toThrow('in time');
    end(0);
    await first;
    const next = inTurn(job, never);
    await expect.poll(begun).toBe(2);
    end(1);
    await next;
  });
});
