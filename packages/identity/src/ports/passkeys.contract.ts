import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aPasskey } from './examples.ts';
import type { PasskeyStore } from './passkeys.ts';

/** What every PasskeyStore does. */
export function passkeyStoreContract(name: string, open: Open<PasskeyStore>): void {
  describe(`PasskeyStore: ${name}`, () => {
    it('keeps passkeys as they were added, in that order, each under its credential', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const accountId = newId('account');
      const [first, second] = [
        aPasskey({ accountId, addedAt: noon }),
        aPasskey({ accountId, addedAt: noon + 1, usedAt: noon + 2, transports: [], isSynced: true }),
      ];
      for (const passkey of [first, second]) expect(await adapter.add(passkey, 2)).toBe('added');
      expect(await adapter.ofAccount(accountId)).toEqual([first, second]);
      expect(await adapter.findByCredential(second.credentialId)).toEqual(second);
    });

    it('knows nothing of who added none', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const [account, id] = [newId('account'), newId('passkey')];
      expect(await adapter.ofAccount(account)).toEqual([]);
      expect(await adapter.findByCredential('none')).toBeUndefined();
      expect(await adapter.rename(account, id, 'name')).toBe(false);
      expect(await adapter.remove(account, id)).toBe(false);
      expect(await adapter.removeAll(account)).toBe(0);
      expect(await adapter.use(id, { counter: 1, isBackedUp: false, usedAt: noon })).toBe(false);
    });

    it('gives a credential to one account of several that come with it at once', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const racing = [1, 2, 3].map(() => aPasskey({ credentialId: 'one' }));
      const answers = await Promise.all(racing.map((passkey) => adapter.add(passkey, 5)));
      expect(answers.toSorted()).toEqual(['added', 'exists', 'exists']);
      const kept = await adapter.findByCredential('one');
      expect(racing[answers.indexOf('added')]).toEqual(kept);
    });

    it('keeps no more than it is told to, of each account', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const accountId = newId('account');
      const racing = [1, 2, 3].map(() => adapter.add(aPasskey({ accountId }), 1));
      expect((await Promise.all(racing)).toSorted()).toEqual(['added', 'full', 'full']);
      expect(await adapter.add(aPasskey(), 1)).toBe('added');
      expect(await adapter.ofAccount(accountId)).toHaveLength(1);
    });

    it('removes one beside another that is there, and none beside what is not', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const [one, two] = [aPasskey(), aPasskey()];
      const other = { ...two, accountId: one.accountId };
      for (const passkey of [one, other]) await adapter.add(passkey, 9);
      const account = one.accountId;
      expect(await adapter.removeBeside(account, one.id, { issuer: 'https://elsewhere.example' })).toBe(
        'alone',
      );
      const answers = await Promise.all([
        adapter.removeBeside(account, one.id, { passkey: other.id }),
        adapter.removeBeside(account, other.id, { passkey: one.id }),
      ]);
      expect(answers.toSorted()).toEqual(['alone', 'removed']);
      expect(await adapter.ofAccount(account)).toHaveLength(1);
    });

    it('names and removes what is the account’s own alone', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const [own, other] = [aPasskey(), aPasskey()];
      for (const passkey of [own, other]) await adapter.add(passkey, 5);
      expect(await adapter.rename(other.accountId, own.id, 'stolen')).toBe(false);
      expect(await adapter.remove(other.accountId, own.id)).toBe(false);
      expect(await adapter.rename(own.accountId, own.id, 'Phone')).toBe(true);
      expect(await adapter.ofAccount(own.accountId)).toEqual([{ ...own, name: 'Phone' }]);
      expect(await adapter.remove(own.accountId, own.id)).toBe(true);
      expect(await adapter.ofAccount(own.accountId)).toEqual([]);
      expect(await adapter.removeAll(other.accountId)).toBe(1);
      expect(await adapter.findByCredential(other.credentialId)).toBeUndefined();
    });

    it('takes a counter once, however many come with it, and none that is not higher', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const passkey = aPasskey({ counter: 7 });
      await adapter.add(passkey, 5);
      const use = { counter: 8, isBackedUp: true, usedAt: noon + 5 };
      const answers = await Promise.all(Array.from({ length: 10 }, () => adapter.use(passkey.id, use)));
      expect(answers.filter((used) => used)).toHaveLength(1);
      for (const counter of [0, 7, 8]) expect(await adapter.use(passkey.id, { ...use, counter })).toBe(false);
      expect(await adapter.findByCredential(passkey.credentialId)).toEqual({ ...passkey, ...use });
    });

    it('takes any number of uses of one that does not count', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const passkey = aPasskey({ counter: 0 });
      await adapter.add(passkey, 5);
      for (const usedAt of [noon + 1, noon + 2]) {
        expect(await adapter.use(passkey.id, { counter: 0, isBackedUp: false, usedAt })).toBe(true);
      }
    });
  });
}
