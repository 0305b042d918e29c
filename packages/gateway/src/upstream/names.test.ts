import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { type NameAddress, Names } from './names.ts';

const four = (...ends: readonly number[]): readonly NameAddress[] =>
  ends.map((end) => ({ address: `10.0.0.${end}`, family: 4 }));

/** Names whose answers are given by the test, one for each question. */
function asking(...answers: readonly (readonly NameAddress[] | Error)[]) {
  let asked = 0;
  const names = new Names('orders.internal', 60_000, async () => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { names, asked: () => asked };
}

function looked({ names }: { readonly names: Names }): Promise<readonly string[]> {
  return new Promise((resolve, reject) =>
    names.lookup('orders.internal', { all: true }, (error, found) => {
      if (error === null) resolve((found as LookupAddress[]).map(({ address }) => address));
      else reject(error);
    }),
  );
}

describe('the addresses of a name', () => {
  it('are asked for once, however many want them, and taken in turn', async () => {
    const asked = asking(four(1, 2, 3));
    const firsts = await Promise.all(Array.from({ length: 6 }, () => looked(asked)));
    expect(asked.asked()).toBe(1);
    expect(new Set(firsts.map(([first]) => first)).size).toBe(3);
    expect(firsts[0]).toHaveLength(3);
  });

  it('are given one at a time to who wants one', async () => {
    const { names } = asking(four(1));
    const found = await new Promise((resolve) =>
      names.lookup('orders.internal', {}, (_, address, family) => resolve([address, family])),
    );
    expect(found).toEqual(['10.0.0.1', 4]);
  });

  it('are the last that were known while nobody answers, or with nothing', async () => {
    const asked = asking(four(1), new Error('away'), [], four(2));
    expect(await looked(asked)).toEqual(['10.0.0.1']);
    for (let count = 0; count < 2; count += 1) {
      await asked.names.ask();
      expect(await looked(asked)).toEqual(['10.0.0.1']);
      expect(asked.names.isGone('10.0.0.1')).toBe(false);
    }
    await asked.names.ask();
    expect(await looked(asked)).toEqual(['10.0.0.2']);
    expect([1, 2, 3].map((end) => asked.names.isGone(`10.0.0.${end}`))).toEqual([true, false, false]);
  });

  it('are asked for again where none were ever known, and the failure is told', async () => {
    const asked = asking(new Error('away'), [], four(1));
    await expect(looked(asked)).rejects.toThrow('away');
    await expect(looked(asked)).rejects.toThrow('no address');
    expect(await looked(asked)).toEqual(['10.0.0.1']);
  });

  it('may come back', async () => {
    const asked = asking(four(1), four(2), four(1));
    await looked(asked);
    await asked.names.ask();
    await asked.names.ask();
    expect([1, 2].map((end) => asked.names.isGone(`10.0.0.${end}`))).toEqual([false, true]);
  });

  it('are bounded, and so is the memory of those that went', async () => {
    const many = Array.from({ length: 30 }, (_, round) =>
      Array.from({ length: 100 }, (__, end) => ({ address: `10.0.${round}.${end}`, family: 4 })),
    );
    const asked = asking(...many);
    expect(await looked(asked)).toHaveLength(64);
    for (let count = 1; count < 30; count += 1) await asked.names.ask();
    const gone = many.flat().filter(({ address }) => asked.names.isGone(address));
    expect(gone).toHaveLength(256);
  });
});
