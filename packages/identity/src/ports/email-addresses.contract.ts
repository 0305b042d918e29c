import { newId } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { AccountEmail, EmailAddressStore } from './email-addresses.ts';

function anEmail(changed: Partial<AccountEmail> = {}): AccountEmail {
  return { accountId: newId('account'), address: 'Ada@example.org', verified: true, ...changed };
}

/** What every EmailAddressStore does. */
export function emailAddressStoreContract(name: string, open: Open<EmailAddressStore>): void {
  describe(`EmailAddressStore: ${name}`, () => {
    it('knows an address by its account and, once verified, by itself in any capitals', async () => {
      await using opened = await open();
      const email = anEmail();
      expect(await opened.adapter.put(email)).toBe('kept');
      expect(await opened.adapter.of(email.accountId)).toEqual(email);
      expect(await opened.adapter.ownerOf('aDA@example.org')).toBe(email.accountId);
      expect(await opened.adapter.ownerOf('eve@example.org')).toBeUndefined();
      expect(await opened.adapter.of(newId('account'))).toBeUndefined();
      const unverified = anEmail({ address: 'bob@example.org', verified: false });
      await opened.adapter.put(unverified);
      expect(await opened.adapter.ownerOf('bob@example.org')).toBeUndefined();
      const all = await opened.adapter.ofAll([email.accountId, newId('account'), unverified.accountId]);
      expect(all.toSorted((a, b) => (a.address < b.address ? -1 : 1))).toEqual([email, unverified]);
      expect(await opened.adapter.ofAll([])).toEqual([]);
    });

    it('is one account’s once verified, whoever of many asks at once, and anybody’s before', async () => {
      await using opened = await open();
      const rivals = Array.from({ length: 20 }, () => anEmail({ verified: false }));
      for (const rival of rivals) expect(await opened.adapter.put(rival)).toBe('kept');
      const answers = await Promise.all(
        rivals.map((rival, place) =>
          opened.adapter.put({
            ...rival,
            address: place % 2 === 0 ? 'ada@example.org' : 'ADA@example.org',
            verified: true,
          }),
        ),
      );
      expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1);
      const winner = rivals[answers.indexOf('kept')];
      expect(await opened.adapter.ownerOf('ada@example.org')).toBe(winner?.accountId);
      const [loser] = rivals.filter((rival) => rival !== winner);
      expect(loser && (await opened.adapter.of(loser.accountId))).toEqual(loser);
    });

    it('is put in the place of the one before, which others may have then', async () => {
      await using opened = await open();
      const email = anEmail();
      await opened.adapter.put(email);
      expect(await opened.adapter.put(email)).toBe('kept');
      expect(await opened.adapter.put({ ...email, address: 'lovelace@example.org' })).toBe('kept');
      expect(await opened.adapter.ownerOf('ada@example.org')).toBeUndefined();
      expect(await opened.adapter.put(anEmail())).toBe('kept');
    });
  });
}
