import type { RevocationFollower, RevocationReach } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { everywhereLine, waitForEveryone, waitOf } from './revoke-wait.ts';

const gateway = (applied: number): RevocationFollower => ({
  kind: 'gateway',
  name: 'gateway-1',
  node: 'one',
  applied,
  silentFor: 0,
});
const app = (applied: number, name = 'orders/orders-1'): RevocationFollower => ({
  kind: 'app',
  name,
  node: 'two',
  applied,
  silentFor: 4200,
});

/** A server whose followers are these at the first question, and so on; the last are so for good. */
function waiting(...states: readonly (readonly RevocationFollower[])[]) {
  const clocks = new ManualClocks();
  let asked = 0;
  const client = {
    async showRevocation({ sequence }: { readonly sequence: number }): Promise<RevocationReach> {
      const followers = states[Math.min(asked, states.length - 1)] ?? [];
      asked += 1;
      const everywhere = followers.every(({ applied }) => applied >= sequence);
      return { sequence, at: clocks.wall(), everywhere, followers };
    },
  };
  const pause = async (milliseconds: number) => clocks.pass(milliseconds);
  return { parts: { client, clock: clocks.wall, pause }, asked: () => asked };
}

describe('revoke --wait', () => {
  it('waits until the last one has applied the entry, and says since when', async () => {
    const { parts, asked } = waiting([gateway(6), app(6)], [gateway(7), app(6)], [gateway(7), app(7)]);
    const reach = await waitForEveryone(7, 10_000, parts);
    expect(asked()).toBe(3);
    expect(everywhereLine(reach)).toMatch(/^Accepted nowhere after 2026-.*Z: 1 gateway and 1 app refuse it$/);
  });

  it('ends with a code of its own, and names who has not, when the time is up', async () => {
    const { parts, asked } = waiting([gateway(7), app(6, 'orders/\u001b[2Jorders-1')]);
    const failure = await waitForEveryone(7, 1000, parts).catch((error: unknown) => error);
    expect(failure).toMatchObject({ exitCode: 3, parts: { expected: 'entry 7 applied by all within 1 s' } });
    const { actual } = (failure as { parts: { actual: string } }).parts;
    expect(actual).toMatch(/^app orders\/.*orders-1 at two is at 6, silent for 4 s$/);
    expect(actual).not.toContain('\u001b');
    expect(asked()).toBe(6);
  });

  it('names ten at most', async () => {
    const { parts } = waiting(Array.from({ length: 12 }, (_, index) => app(0, `orders/o-${index}`)));
    await expect(waitForEveryone(7, 1000, parts)).rejects.toMatchObject({
      parts: { actual: expect.stringMatching(/; and 2 more$/) },
    });
  });

  it('takes a time from a second to ten minutes', () => {
    expect([waitOf(), waitOf('1s'), waitOf('10m')]).toEqual([10_000, 1000, 600_000]);
    for (const text of ['0s', '999ms', '11m', 'soon', '-1s']) {
      expect(() => waitOf(text)).toThrow('not understood');
    }
  });
});
