import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { ApiKeyStore } from './api-keys.ts';
import { anApiKey } from './examples.ts';

const day = 86_400_000;

/** What every ApiKeyStore does. */
export function apiKeyStoreContract(name: string, open: Open<ApiKeyStore>): void {
  describe(`ApiKeyStore: ${name}`, () => {
    it('finds a key by its id and by its hash, with all that it is', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const key = anApiKey({
        name: 'Nightly "ü" export',
        roles: ['clerk'],
        claims: { tenant: "it's", level: 3, beta: true, regions: ['eu', 'us'] },
        expiresAt: noon + day,
      });
      await adapter.add(key);
      await adapter.add(anApiKey());
      expect(await adapter.find(key.id)).toEqual(key);
      expect(await adapter.findByHash(key.hash)).toEqual(key);
      expect(await adapter.find(newId('apiKey'))).toBeUndefined();
      expect(await adapter.findByHash(`${key.hash}x`)).toBeUndefined();
      expect(await adapter.findByHash(key.hash.toLowerCase())).toBeUndefined();
    });

    it('keeps no second key under one hash', async () => {
      await using opened = await open();
      const key = anApiKey();
      await opened.adapter.add(key);
      await expect(opened.adapter.add(anApiKey({ hash: key.hash }))).rejects.toThrow();
      expect(await opened.adapter.findByHash(key.hash)).toEqual(key);
    });

    it('lists them page by page, ended ones too', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const keys = Array.from({ length: 5 }, () => anApiKey());
      for (const key of keys) await adapter.add(key);
      const ids = keys.map(({ id }) => id).sort();
      const [first, second = newId('apiKey')] = ids;
      await adapter.revoke(first ?? second, noon);
      expect((await adapter.list(undefined, 2)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
      expect((await adapter.list(second, 9)).map(({ id }) => id)).toEqual(ids.slice(2));
      expect(await adapter.list(ids.at(-1), 9)).toEqual([]);
    });

    it('lets one be followed by another until it ends', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const key = anApiKey();
      await adapter.add(key);
      const successor = anApiKey({ createdAt: noon + 5 });
      expect(await adapter.succeed(key.id, noon + day, successor)).toBe(true);
      expect(await adapter.find(key.id)).toEqual({ ...key, expiresAt: noon + day });
      expect(await adapter.find(successor.id)).toEqual(successor);
      // Later is not taken for longer.
      expect(await adapter.succeed(key.id, noon + 2 * day, anApiKey({ createdAt: noon + 6 }))).toBe(true);
      expect((await adapter.find(key.id))?.expiresAt).toBe(noon + day);
    });

    it('lets none be followed that is over, and keeps nothing then', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const [over, revoked] = [anApiKey({ expiresAt: noon + 5 }), anApiKey()];
      for (const key of [over, revoked]) await adapter.add(key);
      await adapter.revoke(revoked.id, noon + 1);
      for (const id of [over.id, revoked.id, newId('apiKey')]) {
        const successor = anApiKey({ createdAt: noon + 5 });
        expect(await adapter.succeed(id, noon + day, successor)).toBe(false);
        expect(await adapter.find(successor.id)).toBeUndefined();
      }
      expect((await adapter.find(over.id))?.expiresAt).toBe(noon + 5);
    });

    it('revokes one once and for good', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const key = anApiKey();
      await adapter.add(key);
      const answers = await Promise.all([1, 2, 3].map((later) => adapter.revoke(key.id, noon + later)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      const at = (await adapter.find(key.id))?.revokedAt;
      expect(at).toBe(noon + 1 + answers.indexOf(true));
      expect(await adapter.revoke(key.id, noon + 9)).toBe(false);
      expect((await adapter.find(key.id))?.revokedAt).toBe(at);
      expect(await adapter.revoke(newId('apiKey'), noon)).toBe(false);
    });

    it('knows when one was used last, whoever tells of it late', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const key = anApiKey();
      await adapter.add(key);
      for (const at of [noon + 7, noon + 9, noon + 8]) await adapter.used(key.id, at);
      expect(await adapter.find(key.id)).toEqual({ ...key, lastUsedAt: noon + 9 });
      await adapter.used(newId('apiKey'), noon);
    });

    it('forgets what has been over for long, no more at once than it was told, and nothing else', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const alive = [
        anApiKey(),
        anApiKey({ expiresAt: noon }),
        anApiKey({ revokedAt: noon }),
        anApiKey({ expiresAt: noon + day, revokedAt: noon + 1 }),
      ];
      const over = [
        anApiKey({ expiresAt: noon - 1 }),
        anApiKey({ revokedAt: noon - 1 }),
        anApiKey({ expiresAt: noon + day, revokedAt: noon - 1 }),
      ];
      for (const key of [...over, ...alive]) await adapter.add(key);
      const forgotten = [await adapter.forget(noon, 2), await adapter.forget(noon, 2)];
      expect([...forgotten, await adapter.forget(noon, 2)]).toEqual([2, 1, 0]);
      for (const { hash } of over) expect(await adapter.findByHash(hash)).toBeUndefined();
      for (const key of alive) expect(await adapter.findByHash(key.hash)).toEqual(key);
    });
  });
}
