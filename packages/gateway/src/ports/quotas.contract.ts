import { wallTime } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { QuotaAsked, Quotas } from './quotas.ts';

const day = 86_400_000;
const now = wallTime(Date.UTC(2090, 0, 1, 12));
const endsAt = Date.UTC(2090, 0, 2);

/** What all Quotas do. */
export function quotasContract(name: string, open: Open<Quotas>): void {
  describe(`Quotas: ${name}`, () => {
    const spendMany = async (quotas: Quotas, count: number, asked: QuotaAsked) => {
      const answers = await Promise.all(Array.from({ length: count }, () => quotas.spend(asked, now)));
      return answers.filter(({ admitted }) => admitted).length;
    };

    it('admit the whole quota and no more, also of parallel calls', async () => {
      await using opened = await open();
      const asked = { key: 'ada', limit: 1000, endsAt };
      expect(await spendMany(opened.adapter, 600, asked)).toBe(600);
      expect(await spendMany(opened.adapter, 600, asked)).toBe(400);
      expect(await opened.adapter.spend(asked, now)).toEqual({ admitted: false });
    });

    it('say what is left', async () => {
      await using opened = await open();
      const left = async () => {
        const answer = await opened.adapter.spend({ key: 'ada', limit: 3, endsAt }, now);
        return answer.admitted ? answer.remaining : 'none';
      };
      expect([await left(), await left(), await left(), await left()]).toEqual([2, 1, 0, 'none']);
    });

    it('count each key and each day apart', async () => {
      await using opened = await open();
      const take = async (key: string, at: number) =>
        (await opened.adapter.spend({ key, limit: 1, endsAt: at }, now)).admitted;
      expect([
        await take('ada', endsAt),
        await take('ada', endsAt),
        await take('bob', endsAt),
        await take('ada', endsAt + day),
      ]).toEqual([true, false, true, true]);
    });

    it('keep what was counted when the limit changes', async () => {
      await using opened = await open();
      await spendMany(opened.adapter, 3, { key: 'ada', limit: 3, endsAt });
      expect(await spendMany(opened.adapter, 3, { key: 'ada', limit: 5, endsAt })).toBe(2);
      expect(await spendMany(opened.adapter, 3, { key: 'ada', limit: 4, endsAt })).toBe(0);
    });
  });
}
