import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aLogoutNotice } from './examples.ts';
import type { LogoutNoticeStore } from './logout-notices.ts';

const minute = 60_000;

/** What every LogoutNoticeStore does. */
export function logoutNoticeStoreContract(name: string, open: Open<LogoutNoticeStore>): void {
  describe(`LogoutNoticeStore: ${name}`, () => {
    it('hands out what is due, the longest due first, and no sooner and no more than asked for', async () => {
      await using opened = await open();
      const store = opened.adapter;
      const [late, early, later] = [noon, noon - 1, noon + 1].map((dueAt) => aLogoutNotice({ dueAt }));
      await store.add([late, early, later].filter((each) => each !== undefined));
      const until = noon + minute;
      expect(await store.take(noon, until, 1)).toEqual([{ ...early, dueAt: until }]);
      expect(await store.take(noon, until, 9)).toEqual([{ ...late, dueAt: until }]);
      expect(await store.take(noon, until, 9)).toEqual([]);
      expect(await store.take(noon + 1, until, 9)).toHaveLength(1);
      expect(await store.take(until, until + minute, 9)).toHaveLength(3);
    });

    it('gives each to one of many parallel calls', async () => {
      await using opened = await open();
      const store = opened.adapter;
      const notices = Array.from({ length: 6 }, () => aLogoutNotice());
      await store.add(notices);
      const taken = await Promise.all(Array.from({ length: 8 }, () => store.take(noon, noon + minute, 4)));
      const ids = taken.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await store.take(noon, noon + minute, 9);
      expect([...ids, ...rest.map(({ id }) => id)].toSorted()).toEqual(
        notices.map(({ id }) => id).toSorted(),
      );
    });

    it('adds nothing that is known, whether it waits, was tried, or is finished', async () => {
      await using opened = await open();
      const store = opened.adapter;
      const notice = aLogoutNotice();
      await store.add([notice, aLogoutNotice({ id: notice.id, clientId: 'other' })]);
      await store.postpone(notice.id, 2, noon + minute);
      await store.add([notice]);
      expect(await store.take(noon, noon, 9)).toEqual([]);
      const [again] = await store.take(noon + minute, noon + minute, 9);
      expect(again).toEqual({ ...notice, attempts: 2, dueAt: noon + minute });
      await store.finish(notice.id);
      await store.add([notice]);
      expect(await store.take(noon + 9 * minute, noon, 9)).toEqual([]);
    });

    it('forgets what is old, finished or not, no more at once than it was told, and nothing else', async () => {
      await using opened = await open();
      const store = opened.adapter;
      const old = Array.from({ length: 3 }, () => aLogoutNotice({ forgetAfter: noon - 1 }));
      const kept = aLogoutNotice({ forgetAfter: noon });
      await store.add([...old, kept]);
      await store.finish(old[0]?.id ?? '');
      expect([await store.forget(noon, 2), await store.forget(noon, 2)]).toEqual([2, 1]);
      expect((await store.take(noon, noon, 9)).map(({ id }) => id)).toEqual([kept.id]);
    });
  });
}
