import { describe, expect, it } from 'vitest';
import { createWorkQueue } from './work-queue.ts';

describe('a work queue', () => {
  it('never runs more than its concurrency and refuses what does not fit in the line', async () => {
    const queue = createWorkQueue({ concurrency: 2, waiting: 3 });
    let running = 0;
    let most = 0;
    const job = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => queue.run(job)));
    expect(most).toBe(2);
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(3);
    expect(await queue.run(job)).not.toBe('full');
  });

  it('frees the place of a job that failed', async () => {
    const queue = createWorkQueue({ concurrency: 1, waiting: 0 });
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run(() => Promise.resolve('next'))).toEqual({ done: 'next' });
  });
});
