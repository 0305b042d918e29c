import { describe, expect, it } from 'vitest';
import { createReach } from './reach.ts';

const never = new Promise<void>(() => undefined);

describe('the reach of a revocation', () => {
  it('is everywhere at once when no gateway runs', async () => {
    expect(await createReach().settled(5, never)).toBe('everywhere');
  });

  it('waits for the slowest gateway', async () => {
    const reach = createReach();
    const [fast, slow] = [reach.join(), reach.join()];
    const answers: string[] = [];
    const settled = reach.settled(5, never).then((answer) => answers.push(answer));
    fast.applied(9);
    slow.applied(4);
    await Promise.resolve();
    expect(answers).toEqual([]);
    slow.applied(5);
    await settled;
    expect(answers).toEqual(['everywhere']);
  });

  it('never goes back: an old acknowledgement takes nothing away', async () => {
    const reach = createReach();
    const gateway = reach.join();
    gateway.applied(7);
    gateway.applied(3);
    expect(await reach.settled(7, never)).toBe('everywhere');
  });

  it('does not wait for a gateway that is gone', async () => {
    const reach = createReach();
    const gateway = reach.join();
    const settled = reach.settled(1, never);
    gateway.leave();
    gateway.applied(0);
    expect(await settled).toBe('everywhere');
  });

  it('says so when the time is up first', async () => {
    const reach = createReach();
    reach.join();
    expect(await reach.settled(1, Promise.resolve())).toBe('not yet');
  });
});
