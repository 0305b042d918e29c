import { describe, expect, it } from 'vitest';
import { AnswerStore } from './answer-store.ts';
import type { Asked } from './asked.ts';
import type { KeptAnswer } from './kept-answer.ts';

function kept(key: string, size: number, vary: Readonly<Record<string, string>> = {}): KeptAnswer {
  return {
    key,
    route: 'r',
    epoch: 'e',
    resource: key,
    path: '/',
    status: 200,
    reason: '',
    headers: [],
    body: Buffer.alloc(size),
    vary: new Map(Object.entries(vary)),
    freshness: {} as KeptAnswer['freshness'],
  };
}

const asked = (key: string, outgoing: readonly string[] = []) => ({ key, outgoing }) as unknown as Asked;

describe('the store of answers', () => {
  it('stays within its bytes and its number, whatever is asked for, and forgets what it gave up', () => {
    const store = new AnswerStore({ maxBytes: 100_000, maxEntries: 20 });
    for (let count = 0; count < 1000; count += 1)
      store.keep(kept(`k${count}`, count % 7 === 0 ? 9000 : 10), []);
    expect(store.size).toBeLessThanOrEqual(20);
    expect(store.bytes).toBeLessThanOrEqual(100_000);
    expect(store.find(asked('k1'))).toEqual({ answer: undefined, any: false });
    expect(store.find(asked('k999')).any).toBe(true);
    store.keep(kept('large', 200_000), []);
    expect(store.find(asked('large')).any).toBe(false);
    expect(store.forgetWhere(() => true)).toBeGreaterThan(0);
    expect([store.size, store.bytes]).toEqual([0, 0]);
  });

  it('keeps no more than some variants of one key, the newest', () => {
    const store = new AnswerStore({ maxBytes: 10_000_000, maxEntries: 1000 });
    for (let count = 0; count < 100; count += 1) {
      const headers = ['accept', `${count}`];
      store.keep(kept('k', 1, { accept: `=${count}` }), headers);
      store.keep(kept('k', 1, { accept: `=${count}` }), headers);
    }
    expect(store.size).toBe(16);
    expect(store.find(asked('k', ['accept', '99'])).answer).toBeDefined();
    expect(store.find(asked('k', ['accept', '1']))).toEqual({ answer: undefined, any: true });
    expect(store.forgetResource('k')).toBe(16);
  });
});
