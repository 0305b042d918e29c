import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { ClientStore } from './clients.ts';
import { aClient } from './examples.ts';

/** What every ClientStore does. */
export function clientStoreContract(name: string, open: Open<ClientStore>): void {
  describe(`ClientStore: ${name}`, () => {
    it('finds a client as it was added, and nobody else', async () => {
      await using opened = await open();
      const client = aClient({ name: 'Bücher "und" mehr', scopes: ['orders:read'], firstParty: true });
      expect(await opened.adapter.find(client.id)).toBeUndefined();
      expect(await opened.adapter.add(client)).toBe('added');
      expect(await opened.adapter.find(client.id)).toEqual(client);
      expect(await opened.adapter.find("' or 1=1 --")).toBeUndefined();
    });

    it('lets one of many parallel writers have an id, and keeps that one’s client', async () => {
      await using opened = await open();
      const rivals = Array.from({ length: 20 }, (_, index) => aClient({ name: `Rival ${index}` }));
      const answers = await Promise.all(rivals.map((rival) => opened.adapter.add(rival)));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
      expect(await opened.adapter.find('invoices')).toEqual(rivals[answers.indexOf('added')]);
    });

    it('lists page by page in the order of characters, whatever order a language has', async () => {
      await using opened = await open();
      const ids = ['a-b', 'a0', 'aa', 'ab', 'b', 'a'];
      for (const id of ids) await opened.adapter.add(aClient({ id }));
      const seen: string[] = [];
      for (let count = 0; count < 3; count += 1) {
        const page = await opened.adapter.list(seen.at(-1), 2);
        seen.push(...page.map(({ id }) => id));
      }
      expect(seen).toEqual(['a', 'a-b', 'a0', 'aa', 'ab', 'b']);
      expect(await opened.adapter.list('b', 2)).toEqual([]);
    });

    it('finds those whose pages come from an origin, character by character', async () => {
      await using opened = await open();
      const shop = aClient({ id: 'shop', origins: ['https://shop.example', 'http://localhost:3000'] });
      await opened.adapter.add(shop);
      await opened.adapter.add(
        aClient({ id: 'other', name: 'https://shop.example', origins: ['https://shop.example:8443'] }),
      );
      expect(await opened.adapter.ofOrigin('https://shop.example', 8)).toEqual([shop]);
      expect(await opened.adapter.ofOrigin('https://shop', 8)).toEqual([]);
      expect(await opened.adapter.ofOrigin('%', 8)).toEqual([]);
      expect(await opened.adapter.ofOrigin('" or 1=1 --', 8)).toEqual([]);
    });

    it('finds by the origins that a client has now, removed ones too, and by none once it is forgotten', async () => {
      await using opened = await open();
      const [before, now] = ['https://before.example', 'https://now.example'];
      const shop = aClient({ id: 'shop', origins: [before, before] });
      await opened.adapter.add(shop);
      expect(await opened.adapter.add(aClient({ id: 'shop', origins: [now] }))).toBe('exists');
      expect(await opened.adapter.ofOrigin(now, 8)).toEqual([]);
      const moved = { ...shop, origins: [now, 'https://too.example'], removedAt: 9, version: 2 };
      expect(await opened.adapter.replace(moved)).toBe(true);
      // One of an older version changes nothing, neither there nor here.
      expect(await opened.adapter.replace({ ...shop, version: 2 })).toBe(false);
      expect(await opened.adapter.ofOrigin(before, 8)).toEqual([]);
      expect(await opened.adapter.ofOrigin(now, 8)).toEqual([moved]);
      await opened.adapter.remove('shop');
      expect(await opened.adapter.ofOrigin(now, 8)).toEqual([]);
      expect(await opened.adapter.add(shop)).toBe('added');
      expect(await opened.adapter.ofOrigin(before, 8)).toEqual([shop]);
    });

    it('names as many of an origin as were asked for', async () => {
      await using opened = await open();
      for (const id of ['a', 'b', 'c']) {
        await opened.adapter.add(aClient({ id, origins: ['https://shop.example'] }));
      }
      expect(await opened.adapter.ofOrigin('https://shop.example', 2)).toHaveLength(2);
    });

    it('replaces a client for one of the writers that saw the same version', async () => {
      await using opened = await open();
      const client = aClient();
      await opened.adapter.add(client);
      const changes = ['first', 'second', 'third'].map((changed) => ({
        ...client,
        name: changed,
        version: 2,
      }));
      const answers = await Promise.all(changes.map((change) => opened.adapter.replace(change)));
      expect(answers.filter((answer) => answer)).toHaveLength(1);
      expect(await opened.adapter.find(client.id)).toEqual(changes[answers.indexOf(true)]);
      expect(await opened.adapter.replace({ ...client, version: 4 })).toBe(false);
      expect(await opened.adapter.replace(aClient({ id: 'nobody', version: 2 }))).toBe(false);
    });

    it('keeps when a secret ends and when a client was removed, and forgets a client', async () => {
      await using opened = await open();
      const client = aClient();
      await opened.adapter.add(client);
      const [secret] = client.secrets;
      const ending = {
        ...client,
        secrets: secret ? [{ ...secret, expiresAt: 7 }] : [],
        removedAt: 8,
        version: 2,
      };
      expect(await opened.adapter.replace(ending)).toBe(true);
      expect(await opened.adapter.find(client.id)).toEqual(ending);
      await opened.adapter.remove(client.id);
      expect(await opened.adapter.find(client.id)).toBeUndefined();
      expect(await opened.adapter.add(client)).toBe('added');
    });
  });
}
