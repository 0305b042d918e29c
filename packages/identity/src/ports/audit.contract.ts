import { type AuditDeed, type AuditEntry, auditHash } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { AuditLog } from './audit.ts';
import { aDeed } from './examples.ts';

/** What every AuditLog does. */
export function auditLogContract(name: string, open: Open<AuditLog>): void {
  describe(`AuditLog: ${name}`, () => {
    it('keeps every fact of a deed, each entry with the hash of the one before', async () => {
      await using opened = await open();
      const { adapter } = opened;
      expect(await adapter.head()).toBeUndefined();
      const deeds: readonly AuditDeed[] = [
        aDeed({
          address: '2001:db8::1',
          requestId: 'req_1',
          details: { b: 'Bücher "und" mehr', a: 7, c: true },
        }),
        { at: noon + 1, action: 'keys.resealed', actor: { kind: 'server' } },
        aDeed({ at: noon + 2, target: { kind: 'session', id: 'ses_1' } }),
      ];
      for (const deed of deeds) await adapter.append(deed);
      const entries = await adapter.read({ limit: 10, order: 'oldest' });
      expect(entries).toMatchObject(deeds);
      expect(await brokenAt(entries)).toBeUndefined();
      const last = entries.at(-1);
      expect(await adapter.head()).toEqual({ sequence: 3, hash: last?.hash });
    });

    it('gives each of many parallel writers a place of its own, in one chain', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const written = await Promise.all(
        Array.from({ length: 30 }, (_, index) => adapter.append(aDeed({ at: noon + index }))),
      );
      const entries = await adapter.read({ limit: 100, order: 'oldest' });
      expect(new Set(written.map(({ sequence }) => sequence)).size).toBe(30);
      expect(entries).toHaveLength(30);
      expect(await brokenAt(entries)).toBeUndefined();
    });

    it('is read page by page in both orders, by action, actor and target', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const ada = { kind: 'account', id: 'usr_ada' } as const;
      for (let index = 0; index < 6; index += 1) {
        await adapter.append(
          aDeed(index % 2 === 0 ? {} : { action: 'session.ended', actor: ada, target: ada }),
        );
      }
      const sequences = async (wanted: Omit<Parameters<AuditLog['read']>[0], 'limit'>) =>
        (await adapter.read({ limit: 2, ...wanted })).map(({ sequence }) => sequence);
      expect(await sequences({ order: 'newest' })).toEqual([6, 5]);
      expect(await sequences({ order: 'newest', after: 5 })).toEqual([4, 3]);
      expect(await sequences({ order: 'oldest' })).toEqual([1, 2]);
      expect(await sequences({ order: 'oldest', after: 5 })).toEqual([6]);
      expect(await sequences({ order: 'oldest', action: 'session.ended', after: 2 })).toEqual([4, 6]);
      expect(await sequences({ order: 'newest', actor: 'usr_ada', after: 6 })).toEqual([4, 2]);
      expect(await sequences({ order: 'newest', target: 'usr_ada' })).toEqual([6, 4]);
      expect(await sequences({ order: 'newest', target: "' or 1=1 --" })).toEqual([]);
    });
  });
}

/** The sequence of the first entry that is not what the chain says. */
async function brokenAt(entries: readonly AuditEntry[]): Promise<number | undefined> {
  let previous = '';
  for (const [index, { hash, ...entry }] of entries.entries()) {
    const fits = entry.sequence === index + 1 && entry.previous === previous;
    if (!fits || hash !== (await auditHash(entry))) return entry.sequence;
    previous = hash;
  }
  return undefined;
}
