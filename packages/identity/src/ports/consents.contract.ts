import { type AccountId, newId } from '@signet/contracts';
import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { AccountStore } from './accounts.ts';
import type { ConsentStore } from './consents.ts';
import { aConsent, anAccount } from './examples.ts';

interface Adapters {
  readonly consents: ConsentStore;
  readonly accounts: AccountStore;
}

/** What every ConsentStore does. */
export function consentStoreContract(name: string, open: Open<Adapters>): void {
  async function opened() {
    const { adapter, ...rest } = await open();
    const ids: AccountId[] = [];
    for (const username of ['ada', 'bob']) {
      const account = anAccount({ username });
      await adapter.accounts.add(account);
      ids.push(account.id);
    }
    const [ada, bob] = ids as [AccountId, AccountId];
    return { ...adapter, ada, bob, [Symbol.asyncDispose]: () => rest[Symbol.asyncDispose]() };
  }

  describe(`ConsentStore: ${name}`, () => {
    it('knows what one person agreed to, for one app, API and organisation, and nothing by another name', async () => {
      await using test = await opened();
      const { consents, ada: accountId } = test;
      const organization = newId('organization');
      const plain = aConsent({ accountId });
      const acting = aConsent({ accountId, organization, agreedAt: plain.agreedAt + 1 });
      await consents.agree(plain);
      await consents.agree(acting);
      expect(await consents.find(plain)).toEqual(plain);
      expect(await consents.find(acting)).toEqual(acting);
      expect(await consents.of(accountId)).toEqual([plain, acting]);
      for (const other of [
        { ...plain, accountId: test.bob },
        { ...plain, clientId: 'Stranger' },
        { ...plain, audience: `${plain.audience}/` },
        { ...plain, organization: newId('organization') },
      ]) {
        expect(await consents.find(other)).toBeUndefined();
      }
      expect(await consents.of(test.bob)).toEqual([]);
    });

    it('puts scopes to those before, loses none of many at once, and keeps the first time', async () => {
      await using test = await opened();
      const { consents, ada: accountId } = test;
      const given = Array.from({ length: 12 }, (_, place) => aConsent({ accountId, scopes: [`s${place}`] }));
      const [first = aConsent()] = given;
      await consents.agree(first);
      await Promise.all(
        given.map((one, place) => consents.agree({ ...one, agreedAt: one.agreedAt + place })),
      );
      const kept = await consents.find(first);
      expect(kept?.scopes.toSorted()).toEqual(given.flatMap(({ scopes }) => scopes).toSorted());
      expect(kept?.agreedAt).toBe(first.agreedAt);
    });

    it('begins anew for an app that has become another one', async () => {
      await using test = await opened();
      const { consents, ada: accountId } = test;
      const before = aConsent({ accountId, scopes: ['read'] });
      await consents.agree(before);
      const renamed = { ...before, scopes: ['write'], seen: { ...before.seen, name: 'Your bank' } };
      await consents.agree(renamed);
      expect((await consents.find(before))?.scopes).toEqual(['write']);
      const moved = {
        ...renamed,
        scopes: ['read'],
        seen: { ...renamed.seen, redirectUris: ['https://b.example/'] },
      };
      await consents.agree(moved);
      expect(await consents.find(before)).toMatchObject({ scopes: ['read'], seen: moved.seen });
    });

    it('notes a use, and not again soon after', async () => {
      await using test = await opened();
      const { consents } = test;
      const consent = aConsent({ accountId: test.ada });
      const at = consent.agreedAt;
      await consents.used(consent, at, at);
      expect(await consents.find(consent)).toBeUndefined();
      await consents.agree(consent);
      await consents.used(consent, at + 5, at);
      await consents.used(consent, at + 9, at + 5);
      expect(await consents.find(consent)).toEqual({ ...consent, lastUsedAt: at + 5 });
      await consents.used(consent, at + 90, at + 6);
      expect((await consents.find(consent))?.lastUsedAt).toBe(at + 90);
    });

    it('takes away all of one app at once, and only what is that person’s', async () => {
      await using test = await opened();
      const { consents, ada, bob } = test;
      const audiences = ['https://one.example', 'https://two.example'];
      for (const audience of audiences) await consents.agree(aConsent({ accountId: ada, audience }));
      const kept = [aConsent({ accountId: ada, clientId: 'other' }), aConsent({ accountId: bob })] as const;
      for (const one of kept) await consents.agree(one);
      expect(await consents.withdraw(ada, 'nothing')).toBe(false);
      const answers = await Promise.all([1, 2, 3].map(() => consents.withdraw(ada, 'stranger')));
      expect(answers.toSorted()).toEqual([false, false, true]);
      expect([...(await consents.of(ada)), ...(await consents.of(bob))]).toEqual(kept);
      await consents.removeOfClient('stranger');
      expect([await consents.of(ada), await consents.of(bob)]).toEqual([[kept[0]], []]);
    });

    it('keeps nothing of an account that was removed, nor lets it come back', async () => {
      await using test = await opened();
      const { consents, accounts, ada } = test;
      const consent = aConsent({ accountId: ada });
      await consents.agree(consent);
      await accounts.remove(ada);
      expect(await consents.of(ada)).toEqual([]);
      await consents.agree(consent);
      expect(await consents.of(ada)).toEqual([]);
    });
  });
}
