import { newId } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { ProviderLink, ProviderLinkStore } from './provider-links.ts';

function aLink(changed: Partial<ProviderLink> = {}): ProviderLink {
  return {
    accountId: newId('account'),
    issuer: 'https://other.example',
    subject: 'Ada',
    email: 'ada@example.org',
    linkedAt: Date.UTC(2026, 10, 29),
    ...changed,
  };
}

/** What every ProviderLinkStore does. */
export function providerLinkStoreContract(name: string, open: Open<ProviderLinkStore>): void {
  describe(`ProviderLinkStore: ${name}`, () => {
    it('knows a link by issuer and subject, each letter counting, and those of an account', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const link = aLink();
      const { email: _, ...second } = aLink({ accountId: link.accountId, issuer: 'https://another.example' });
      expect([await adapter.add(link), await adapter.add(second)]).toEqual(['added', 'added']);
      expect(await adapter.find(link.issuer, 'Ada')).toEqual(link);
      for (const [issuer, subject] of [
        [link.issuer, 'ada'],
        ['https://other.example/', 'Ada'],
      ] as const) {
        expect(await adapter.find(issuer, subject)).toBeUndefined();
      }
      expect(await adapter.of(link.accountId)).toEqual([second, link]);
      expect(await adapter.of(newId('account'))).toEqual([]);
    });

    it('gives a subject to one account, whoever of many asks at once', async () => {
      await using opened = await open();
      const rivals = Array.from({ length: 20 }, () => aLink());
      const answers = await Promise.all(rivals.map((rival) => opened.adapter.add(rival)));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
      const winner = rivals[answers.indexOf('added')];
      expect(await opened.adapter.find('https://other.example', 'Ada')).toEqual(winner);
    });

    it('gives an account one subject of each issuer', async () => {
      await using opened = await open();
      const { accountId } = aLink();
      const rivals = Array.from({ length: 20 }, (_, place) => aLink({ accountId, subject: `Ada ${place}` }));
      const answers = await Promise.all(rivals.map((rival) => opened.adapter.add(rival)));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
      expect(await opened.adapter.of(accountId)).toEqual([rivals[answers.indexOf('added')]]);
    });

    it('takes away the link of one account at one issuer, once, and lets it be made anew', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const link = aLink();
      const kept = aLink({ accountId: link.accountId, issuer: 'https://another.example' });
      await adapter.add(link);
      await adapter.add(kept);
      expect(await adapter.remove(newId('account'), link.issuer)).toBe(false);
      const answers = await Promise.all([1, 2, 3].map(() => adapter.remove(link.accountId, link.issuer)));
      expect(answers.toSorted()).toEqual([false, false, true]);
      expect(await adapter.of(link.accountId)).toEqual([kept]);
      expect(await adapter.add(aLink())).toBe('added');
    });
  });
}
