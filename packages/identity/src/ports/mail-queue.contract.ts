import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aMail } from './examples.ts';
import type { MailQueue } from './mail-queue.ts';

const minute = 60_000;

/** What every MailQueue does. */
export function mailQueueContract(name: string, open: Open<MailQueue>): void {
  describe(`MailQueue: ${name}`, () => {
    it('hands out what is due, the longest due first, as it was added', async () => {
      await using opened = await open();
      const [late, early] = [aMail({ queuedAt: noon + 1 }), aMail({ errand: '{"to":"zoë \\"o’hara\\""}' })];
      for (const mail of [late, early]) expect(await opened.adapter.add(mail, 10)).toBe('added');
      expect(await opened.adapter.take(noon - 1, noon + minute, 10)).toEqual([]);
      expect(await opened.adapter.take(noon + 1, noon + minute, 10)).toEqual([early, late]);
    });

    it('hands each to one of many takers, and again when that one has not come back', async () => {
      await using opened = await open();
      const mails = Array.from({ length: 10 }, () => aMail());
      for (const mail of mails) await opened.adapter.add(mail, 10);
      const taken = await Promise.all(mails.map(() => opened.adapter.take(noon, noon + minute, 10)));
      const ids = taken.flat().map(({ id }) => id);
      expect(ids.toSorted()).toEqual(mails.map(({ id }) => id).toSorted());
      const [again] = await opened.adapter.take(noon + minute, noon + 2 * minute, 1);
      expect(again).toMatchObject({ attempts: 1 });
    });

    it('takes no more than it is told to hold', async () => {
      await using opened = await open();
      expect(await opened.adapter.add(aMail(), 2)).toBe('added');
      expect(await opened.adapter.add(aMail(), 2)).toBe('added');
      expect(await opened.adapter.add(aMail(), 2)).toBe('full');
      expect(await opened.adapter.waiting()).toBe(2);
    });

    it('keeps what is put off until then, and forgets what was sent', async () => {
      await using opened = await open();
      const mail = aMail();
      await opened.adapter.add(mail, 10);
      await opened.adapter.take(noon, noon + minute, 1);
      await opened.adapter.postpone(mail.id, noon + 5 * minute);
      expect(await opened.adapter.take(noon + 2 * minute, noon + 9 * minute, 1)).toEqual([]);
      expect(await opened.adapter.take(noon + 5 * minute, noon + 9 * minute, 1)).toEqual([
        { ...mail, attempts: 1 },
      ]);
      await opened.adapter.remove(mail.id);
      expect(await opened.adapter.waiting()).toBe(0);
      await opened.adapter.remove(newId('mail'));
      await opened.adapter.postpone(newId('mail'), noon);
      expect(await opened.adapter.take(noon + 99 * minute, noon + 100 * minute, 1)).toEqual([]);
    });
  });
}
