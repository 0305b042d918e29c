import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aSigningKey } from './examples.ts';
import type { SigningKeyStore } from './signing-keys.ts';

/** What every SigningKeyStore does. */
export function signingKeyStoreContract(name: string, open: Open<SigningKeyStore>): void {
  describe(`SigningKeyStore: ${name}`, () => {
    it('is empty at first', async () => {
      await using opened = await open();
      expect(await opened.adapter.list()).toEqual([]);
    });

    it('keeps one key when many nodes bring a first one at once', async () => {
      await using opened = await open();
      const keys = Array.from({ length: 10 }, () => aSigningKey());
      const answers = await Promise.all(keys.map((key) => opened.adapter.addFirst(key)));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
      expect(await opened.adapter.list()).toEqual([keys[answers.indexOf('added')]]);
      expect(await opened.adapter.addFirst(aSigningKey())).toBe('exists');
    });

    it('takes an active key beside a retiring one', async () => {
      await using opened = await open();
      const retiring = aSigningKey({ state: 'retiring' });
      const active = aSigningKey({ createdAt: retiring.createdAt + 1 });
      expect(await opened.adapter.addFirst(retiring)).toBe('added');
      expect(await opened.adapter.addFirst(active)).toBe('added');
      expect(await opened.adapter.list()).toEqual([retiring, active]);
    });
  });
}
