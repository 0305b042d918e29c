import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { QuotaBook } from './quota-book.ts';

const day = 86_400_000;
/** Far ahead, so that a book which forgets by its own clock does not forget in the middle of a test. */
const endsAt = Date.UTC(2090, 0, 2);

/** What every QuotaBook does. `forgetsByItself`: old pages go without being asked for. */
export function quotaBookContract(
  name: string,
  open: Open<QuotaBook>,
  { forgetsByItself = false }: { readonly forgetsByItself?: boolean } = {},
): void {
  describe(`QuotaBook: ${name}`, () => {
    it('grants what is wanted, less towards the end, and nothing beyond it', async () => {
      await using opened = await open();
      const grants: number[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        grants.push((await opened.adapter.reserve({ key: 'ada', endsAt }, 20, 10)).granted);
      }
      expect(grants).toEqual([5, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1, 0]);
      expect(await opened.adapter.reserve({ key: 'ada', endsAt }, 20, 10)).toEqual({ granted: 0, used: 20 });
    });

    it('never grants more than there is, however many ask at once', async () => {
      await using opened = await open();
      const asked = Array.from({ length: 12 }, () => opened.adapter.reserve({ key: 'ada', endsAt }, 9, 1));
      const granted = (await Promise.all(asked)).reduce((sum, each) => sum + each.granted, 0);
      expect(granted).toBe(9);
    });

    it('counts each caller and each day apart', async () => {
      await using opened = await open();
      const take = async (key: string, at: number) =>
        (await opened.adapter.reserve({ key, endsAt: at }, 1, 1)).granted;
      expect([
        await take('ada', endsAt),
        await take('ada', endsAt),
        await take('bob', endsAt),
        await take('ada', endsAt + day),
      ]).toEqual([1, 0, 1, 1]);
    });

    it('takes back what was not used, and no more than was counted', async () => {
      await using opened = await open();
      await opened.adapter.reserve({ key: 'ada', endsAt }, 100, 10);
      await opened.adapter.giveBack({ key: 'ada', endsAt }, 4);
      expect(await opened.adapter.reserve({ key: 'ada', endsAt }, 100, 1)).toEqual({ granted: 1, used: 7 });
      await opened.adapter.giveBack({ key: 'ada', endsAt }, 50);
      await opened.adapter.giveBack({ key: 'nobody', endsAt }, 1);
      expect(await opened.adapter.reserve({ key: 'ada', endsAt }, 100, 1)).toEqual({ granted: 1, used: 1 });
      expect(await opened.adapter.reserve({ key: 'nobody', endsAt }, 100, 1)).toEqual({
        granted: 1,
        used: 1,
      });
    });

    it('goes on with what was counted when the limit is raised or lowered', async () => {
      await using opened = await open();
      for (let turn = 0; turn < 3; turn += 1) await opened.adapter.reserve({ key: 'ada', endsAt }, 3, 1);
      expect(await opened.adapter.reserve({ key: 'ada', endsAt }, 4, 1)).toEqual({ granted: 1, used: 4 });
      expect(await opened.adapter.reserve({ key: 'ada', endsAt }, 2, 1)).toEqual({ granted: 0, used: 4 });
    });

    if (forgetsByItself) return;

    it('forgets what is over, as much at once as is said', async () => {
      await using opened = await open();
      for (const key of ['a', 'b', 'c']) await opened.adapter.reserve({ key, endsAt }, 9, 1);
      await opened.adapter.reserve({ key: 'a', endsAt: endsAt + day }, 9, 1);
      expect(await opened.adapter.forget(endsAt + 1, 2)).toBe(2);
      expect(await opened.adapter.forget(endsAt + 1, 2)).toBe(1);
      expect((await opened.adapter.reserve({ key: 'a', endsAt: endsAt + day }, 9, 1)).used).toBe(2);
      expect((await opened.adapter.reserve({ key: 'a', endsAt }, 9, 1)).used).toBe(1);
    });
  });
}
