import { type SteadyTime, steadyTime } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { UsedTokens } from './used-tokens.ts';

const hour = 3_600_000;
const at = (time: number): SteadyTime => steadyTime(noon + time);

/** What every UsedTokens does, at the times that the tests pass. */
export function usedTokensContract(
  name: string,
  open: Open<UsedTokens>,
  { forgetsByItself = false }: { readonly forgetsByItself?: boolean } = {},
): void {
  describe(`UsedTokens: ${name}`, () => {
    it('tells one caller alone that it is the first, of any number at once', async () => {
      await using opened = await open();
      const calls = Array.from({ length: 50 }, () => opened.adapter.use('a', hour, at(0)));
      expect((await Promise.all(calls)).filter((first) => first)).toHaveLength(1);
      expect(await opened.adapter.use('a', hour, at(1))).toBe(false);
    });

    it('keeps names apart', async () => {
      await using opened = await open();
      const names = ['a', 'A', 'a ', 'ab', '__proto__'];
      const first = [];
      for (const each of names) first.push(await opened.adapter.use(each, hour, at(0)));
      const second = [];
      for (const each of names) second.push(await opened.adapter.use(each, hour, at(0)));
      expect([first, second]).toEqual([names.map(() => true), names.map(() => false)]);
    });

    it('remembers for as long as it was told, though asked in between, and though a clock goes back', async () => {
      await using opened = await open();
      expect(await opened.adapter.use('a', hour, at(0))).toBe(true);
      for (const time of [1, hour / 2, -10 * hour, hour])
        expect(await opened.adapter.use('a', 1, at(time)), String(time)).toBe(false);
    });

    // One that forgets by its own clock cannot be told that time has passed.
    if (forgetsByItself) return;

    it('forgets what is over', async () => {
      await using opened = await open();
      expect(await opened.adapter.use('a', hour, at(0))).toBe(true);
      expect(await opened.adapter.use('a', hour, at(hour + 60_001))).toBe(true);
    });
  });
}
