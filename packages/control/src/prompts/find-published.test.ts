import type { PromptDefinition, StoredPrompt } from '@signet/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryPromptStore } from '../ports/prompt-store.memory.ts';
import type { PromptStore } from '../ports/prompt-store.ts';
import { findPublished } from './find-published.ts';

const definition: PromptDefinition = {
  messages: [{ role: 'user', text: 'Hello' }],
  ...{ variables: {}, optional: [], model: 'gpt', parameters: {}, tests: [] },
};
const by = { kind: 'operator' };
const prompt = (major: number, minor: number): StoredPrompt => ({
  ...{ name: 'sum', version: { major, minor }, at: 1, by, definition },
});
const first = { major: 1, minor: 0 };

let store: PromptStore;
beforeEach(async () => {
  store = createMemoryPromptStore();
  for (const each of [prompt(1, 0), prompt(1, 1), prompt(1, 2), prompt(2, 0)]) await store.add(each);
});

describe('a prompt that gateways ask for', () => {
  it('is none before it is published, under no name', async () => {
    const find = findPublished(store);
    for (const wanted of [undefined, { major: 1 }, first]) expect(await find('sum', wanted)).toBeUndefined();
    expect(await find('other')).toBeUndefined();
  });

  it('is what counts, beside what some are given', async () => {
    const to = { kind: 'percent', percent: 5 } as const;
    await store.publish({
      ...{ name: 'sum', number: 1, at: 1, by, stable: first },
      canary: { version: { major: 1, minor: 1 }, to },
    });
    expect(await findPublished(store)('sum')).toEqual({
      number: 1,
      stable: prompt(1, 0),
      canary: { prompt: prompt(1, 1), to },
    });
  });

  it('is by its version only what was published once', async () => {
    await store.publish({ name: 'sum', number: 1, at: 1, by, stable: { major: 1, minor: 1 } });
    await store.publish({ name: 'sum', number: 2, at: 2, by, stable: first, restores: 1 });
    const find = findPublished(store);
    expect(await find('sum', { major: 1 })).toEqual({ number: 0, stable: prompt(1, 1) });
    expect(await find('sum', { major: 1, minor: 1 })).toEqual({ number: 0, stable: prompt(1, 1) });
    expect(await find('sum', { major: 1, minor: 2 })).toBeUndefined();
    expect(await find('sum', { major: 2 })).toBeUndefined();
  });
});
