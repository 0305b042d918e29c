import { noon, type Open } from '@signet/contracts/testing';
import { aPasskey } from '@signet/identity/ports/examples';
import { describe, expect, it } from 'vitest';
import type { Stores } from '../../stores.ts';

/** What the two stores of ways in promise of each other. */
export function waysInContract(name: string, open: Open<Stores>): void {
  describe(`Ways in: ${name}`, () => {
    it('one is left, whichever are removed at the same instant, each because of the other', async () => {
      await using opened = await open();
      const { passkeys, providerLinks } = opened.adapter;
      for (let round = 0; round < 5; round += 1) {
        const passkey = aPasskey();
        const { accountId } = passkey;
        const link = {
          accountId,
          issuer: `https://login.example/${round}`,
          subject: accountId,
          linkedAt: noon,
        };
        await passkeys.add(passkey, 9);
        await providerLinks.add(link);
        const answers = await Promise.all([
          passkeys.removeBeside(accountId, passkey.id, { issuer: link.issuer }),
          providerLinks.removeBeside(accountId, link.issuer, { passkey: passkey.id }),
        ]);
        expect(answers.toSorted()).toEqual(['alone', 'removed']);
        const left = [...(await passkeys.ofAccount(accountId)), ...(await providerLinks.of(accountId))];
        expect(left).toHaveLength(1);
      }
    });
  });
}
