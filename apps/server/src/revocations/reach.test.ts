import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createReach } from './reach.ts';

const never = new Promise<void>(() => undefined);
const newReach = () => createReach(new ManualClocks().steady);
const app = { clientId: 'orders', name: 'orders-1' };

describe('the reach of a revocation', () => {
  it('is everywhere at once when no gateway runs', async () => {
    expect(await newReach().settled(5, never)).toBe('everywhere');
  });

  it('waits for the slowest gateway', async () => {
    const reach = newReach();
    const [fast, slow] = [reach.join('gateway-1'), reach.join('gateway-1')];
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
    const reach = newReach();
    const gateway = reach.join('gateway-1');
    gateway.applied(7);
    gateway.applied(3);
    expect(await reach.settled(7, never)).toBe('everywhere');
  });

  it('does not wait for a gateway that is gone', async () => {
    const reach = newReach();
    const gateway = reach.join('gateway-1');
    const settled = reach.settled(1, never);
    gateway.leave();
    gateway.applied(0);
    expect(await settled).toBe('everywhere');
  });

  it('says so when the time is up first', async () => {
    const reach = newReach();
    reach.join('gateway-1');
    expect(await reach.settled(1, Promise.resolve())).toBe('not yet');
  });

  it('waits for the apps that follow the log and are there', async () => {
    const reach = newReach();
    const gateway = reach.join('gateway-1');
    reach.apps.asks(app, 4, true).answered();
    const answers: string[] = [];
    const settled = reach.settled(5, never).then((answer) => answers.push(answer));
    gateway.applied(5);
    await Promise.resolve();
    expect(answers).toEqual([]);
    reach.apps.asks(app, 5, true);
    await settled;
    expect(answers).toEqual(['everywhere']);
  });

  it('is not held up a second time by an app that let one bound pass', async () => {
    const reach = newReach();
    reach.apps.asks(app, 4, true);
    expect(await reach.settled(5, Promise.resolve())).toBe('not yet');
    expect(await reach.settled(6, never)).toBe('everywhere');
  });

  it('is not held up by an app whose connection ends while it is waited for', async () => {
    const reach = newReach();
    const turn = reach.apps.asks(app, 4, true);
    const settled = reach.settled(5, never);
    turn.lost();
    expect(await settled).toBe('everywhere');
  });
});
