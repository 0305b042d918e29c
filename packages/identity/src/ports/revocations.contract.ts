import { newId, type RevocationEntry } from '@signet/contracts';
import { aRevocation, noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { RevocationLog } from './revocations.ts';

/** What every RevocationLog does. */
export function revocationLogContract(name: string, open: Open<RevocationLog>): void {
  describe(`RevocationLog: ${name}`, () => {
    it('is empty at first', async () => {
      await using opened = await open();
      expect(await opened.adapter.latest()).toBe(0);
      expect(await opened.adapter.read(0, 10)).toEqual([]);
    });

    it('gives back each kind of entry as it was appended', async () => {
      await using opened = await open();
      const issuer = 'https://issuer.example';
      const targets: RevocationEntry['target'][] = [
        { kind: 'token', issuer, jti: 'jti of another issuer: "ü" \u2028' },
        { kind: 'session', issuer, sid: newId('session') },
        { kind: 'subject', issuer, sub: newId('account'), issuedUpTo: noon / 1000 },
        { kind: 'client', issuer, clientId: 'invoices', issuedUpTo: noon / 1000 },
        { kind: 'key', issuer, kid: newId('key') },
      ];
      const appended: RevocationEntry[] = [];
      for (const target of targets) appended.push(await opened.adapter.append(aRevocation({ target })));
      expect(appended.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
      expect(await opened.adapter.read(0, 10)).toEqual(appended);
    });

    it('counts without gaps when many append at once', async () => {
      await using opened = await open();
      const appended = await Promise.all(
        Array.from({ length: 50 }, () => opened.adapter.append(aRevocation())),
      );
      const sequences = appended.map(({ sequence }) => sequence).toSorted((one, other) => one - other);
      expect(sequences).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
      expect(await opened.adapter.latest()).toBe(50);
    });

    it('reads what lies after a sequence, in order and bounded', async () => {
      await using opened = await open();
      for (let count = 0; count < 5; count += 1) await opened.adapter.append(aRevocation());
      const read = await opened.adapter.read(1, 3);
      expect(read.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
      expect(await opened.adapter.read(5, 3)).toEqual([]);
    });

    it('never shows a reader an entry before all those with lower numbers', async () => {
      await using opened = await open();
      const writing = Promise.all(Array.from({ length: 40 }, () => opened.adapter.append(aRevocation())));
      let seen = 0;
      while (seen < 40) {
        const read = await opened.adapter.read(seen, 7);
        expect(read.map(({ sequence }) => sequence)).toEqual(read.map((_, index) => seen + 1 + index));
        seen += read.length;
        await new Promise(setImmediate);
      }
      await writing;
    });

    it('forgets what no token can need, and never gives a number twice', async () => {
      await using opened = await open();
      await opened.adapter.append(aRevocation({ forgetAfter: noon - 1 }));
      await opened.adapter.append(aRevocation({ forgetAfter: noon }));
      await opened.adapter.append(aRevocation({ forgetAfter: noon - 1 }));
      expect(await opened.adapter.forget(noon)).toBe(2);
      expect((await opened.adapter.read(0, 10)).map(({ sequence }) => sequence)).toEqual([2]);
      expect(await opened.adapter.latest()).toBe(3);
      expect((await opened.adapter.append(aRevocation())).sequence).toBe(4);
    });
  });
}
