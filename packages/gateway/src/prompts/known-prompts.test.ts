import type { FoundPrompt } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { KnownPrompts } from './known-prompts.ts';

const door = { kind: 'prompt', name: 'sum' } as const;
const found: FoundPrompt = {
  number: 1,
  stable: {
    ...{ name: 'sum', version: { major: 1, minor: 0 }, at: 1, by: { kind: 'operator' } },
    definition: {
      messages: [{ role: 'user', text: 'Hello' }],
      ...{ variables: {}, optional: [], model: 'gpt', parameters: {}, tests: [] },
    },
  },
};

describe('prompts that are asked for', () => {
  it('are found once, each version for itself, and again after a while', async () => {
    const clocks = new ManualClocks(1_750_000_000_000);
    const asked: unknown[] = [];
    const known = new KnownPrompts(async (...question) => {
      asked.push(question);
      return found;
    });
    const ask = (version?: { major: number }) =>
      known.find(version === undefined ? door : { ...door, version }, clocks.steady());
    expect(await Promise.all([ask(), ask()])).toEqual([found, found]);
    expect(await ask()).toEqual(found);
    await ask({ major: 1 });
    expect(asked).toEqual([
      ['sum', undefined],
      ['sum', { major: 1 }],
    ]);
    clocks.pass(5_000);
    await ask();
    expect(asked).toHaveLength(3);
  });

  it('are asked for again where nobody could say', async () => {
    const clocks = new ManualClocks(1_750_000_000_000);
    let isDown = true;
    const known = new KnownPrompts(async () => {
      if (isDown) throw new Error('no database');
      return found;
    });
    await expect(known.find(door, clocks.steady())).rejects.toThrow('no database');
    isDown = false;
    expect(await known.find(door, clocks.steady())).toEqual(found);
  });
});
