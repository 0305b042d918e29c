import { type KeptCall, type KeptCallSummary, parseId, type Reference } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { KeptCallStore } from './kept-calls.ts';

const noon = Date.UTC(2026, 10, 30, 12);

/** The same for the same letter, and in the order of letters. */
function named(letter: string): Reference {
  const reference = parseId('reference', `req_${letter.repeat(26)}`);
  if (reference === undefined) throw new RangeError('A reference is of other letters.');
  return reference;
}

export function aKeptCall(given: Partial<KeptCall> = {}): KeptCall {
  return {
    ...{ reference: named('1'), at: noon, forgetAt: noon + 1000, route: 'models', protocol: 'chat' },
    ...{ asked: 'gpt', provider: 'openai', model: 'gpt-5.6', took: 800, input: 12, output: 3 },
    ...{ costMicros: 41, currency: 'USD' },
    question: '{"model":"gpt","messages":[{"role":"user","content":"Ünï “quoted” 💶"}]}',
    answer: { text: 'It rains.', calls: [{ name: 'weather', arguments: '{"a":1}' }], end: 'whole' },
    ...given,
  };
}

/** What every KeptCallStore does. */
export function keptCallStoreContract(name: string, open: Open<KeptCallStore>): void {
  describe(`KeptCallStore: ${name}`, () => {
    const wanted = { route: 'models', since: 0, now: noon, limit: 10 };
    const referencesIn = (calls: readonly KeptCallSummary[]) => calls.map(({ reference }) => reference);

    it('gives back what it was given, whole, and the first of a reference', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const bare = aKeptCall({ reference: named('2') });
      const { input: _, output: __, costMicros: ___, currency: ____, ...unpriced } = bare;
      await adapter.append([aKeptCall(), unpriced]);
      await adapter.append([aKeptCall({ question: '{}' })]);
      await adapter.append([]);
      expect(await adapter.find(named('1'), noon)).toEqual(aKeptCall());
      expect(await adapter.find(named('2'), noon)).toEqual(unpriced);
      expect(await adapter.find(named('3'), noon)).toBeUndefined();
    });

    it('lists those of one route from the newest, as many as are wanted', async () => {
      await using opened = await open();
      const { adapter } = opened;
      await adapter.append([
        aKeptCall({ reference: named('a'), at: noon - 3 }),
        aKeptCall({ reference: named('b'), at: noon - 1 }),
        aKeptCall({ reference: named('c'), at: noon - 1 }),
        aKeptCall({ reference: named('d'), at: noon - 2, route: 'others' }),
      ]);
      expect(referencesIn(await adapter.list(wanted))).toEqual([named('c'), named('b'), named('a')]);
      expect(referencesIn(await adapter.list({ ...wanted, since: noon - 1 }))).toEqual([
        named('c'),
        named('b'),
      ]);
      expect(referencesIn(await adapter.list({ ...wanted, limit: 1 }))).toEqual([named('c')]);
      expect(await adapter.list({ ...wanted, route: 'no such' })).toEqual([]);
      expect(await adapter.list({ ...wanted, limit: 1 })).toEqual([
        { reference: named('c'), at: noon - 1, asked: 'gpt', provider: 'openai', model: 'gpt-5.6' },
      ]);
    });

    it('tells nothing of one whose time is over, even before it is forgotten', async () => {
      await using opened = await open();
      const { adapter } = opened;
      await adapter.append([aKeptCall()]);
      expect(await adapter.find(named('1'), noon + 999)).toBeDefined();
      expect(await adapter.find(named('1'), noon + 1000)).toBeUndefined();
      expect(await adapter.list({ ...wanted, now: noon + 1000 })).toEqual([]);
    });

    it('forgets all of one route at once, and nothing of others', async () => {
      await using opened = await open();
      const { adapter } = opened;
      await adapter.append([
        aKeptCall({ reference: named('a') }),
        aKeptCall({ reference: named('b'), forgetAt: noon - 1 }),
        aKeptCall({ reference: named('c'), route: 'others' }),
      ]);
      expect(await adapter.purge('models')).toBe(2);
      expect(await adapter.purge('models')).toBe(0);
      expect(await adapter.find(named('a'), noon)).toBeUndefined();
      expect(referencesIn(await adapter.list({ ...wanted, route: 'others' }))).toEqual([named('c')]);
    });

    it('keeps as many as may be, and of these those that last longest', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const lasting = ['a', 'b', 'c', 'd', 'e'].map((letter, later) =>
        aKeptCall({ reference: named(letter), forgetAt: noon + 1000 + later }),
      );
      await adapter.append(lasting);
      expect(await adapter.trim(5, 10)).toBe(0);
      expect(await adapter.trim(2, 2)).toBe(2);
      expect(await adapter.trim(2, 2)).toBe(1);
      expect(await adapter.trim(2, 2)).toBe(0);
      expect(referencesIn(await adapter.list(wanted))).toEqual([named('e'), named('d')]);
    });

    it('forgets those whose time is over, a few at a time, and no other', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const old = [named('a'), named('b'), named('c')].map((reference) => aKeptCall({ reference }));
      await adapter.append([...old, aKeptCall({ reference: named('d'), forgetAt: noon + 1001 })]);
      expect(await adapter.forget(noon + 1000, 2)).toBe(2);
      expect(await adapter.forget(noon + 1000, 2)).toBe(1);
      expect(await adapter.forget(noon + 1000, 2)).toBe(0);
      expect(referencesIn(await adapter.list(wanted))).toEqual([named('d')]);
    });
  });
}
