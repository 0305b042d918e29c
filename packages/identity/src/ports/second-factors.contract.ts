import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aTotp } from './examples.ts';
import type { SecondFactorStore } from './second-factors.ts';

/** What every SecondFactorStore does. */
export function secondFactorStoreContract(name: string, open: Open<SecondFactorStore>): void {
  describe(`SecondFactorStore: ${name}`, () => {
    it('keeps an app as it was added, with its recovery codes', async () => {
      await using opened = await open();
      const totp = aTotp();
      expect(await opened.adapter.add(totp, ['a', 'b'])).toBe('added');
      expect(await opened.adapter.find(totp.accountId)).toEqual(totp);
      expect(await opened.adapter.codesLeft(totp.accountId)).toBe(2);
    });

    it('knows nothing of who added none', async () => {
      await using opened = await open();
      const id = newId('account');
      expect(await opened.adapter.find(id)).toBeUndefined();
      expect(await opened.adapter.codesLeft(id)).toBe(0);
      expect(await opened.adapter.remove(id)).toBe(false);
      expect(await opened.adapter.useStep(id, 1)).toBe(false);
      expect(await opened.adapter.useCode(id, 'a')).toBe(false);
    });

    it('keeps one app of two that are added at once, with the codes of that one', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const totp = aTotp();
      const answers = await Promise.all(
        ['one', 'other'].map((seal) => adapter.add({ ...totp, sealedSecret: seal }, [`code of ${seal}`])),
      );
      expect(answers.toSorted()).toEqual(['added', 'exists']);
      const kept = await adapter.find(totp.accountId);
      expect(kept?.sealedSecret).toBe(answers[0] === 'added' ? 'one' : 'other');
      expect(await adapter.codesLeft(totp.accountId)).toBe(1);
      expect(await adapter.useCode(totp.accountId, `code of ${kept?.sealedSecret}`)).toBe(true);
    });

    it('uses a time step up once, however many come with it, and with it all before', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const totp = aTotp({ lastStep: 7 });
      await adapter.add(totp, []);
      const answers = await Promise.all(Array.from({ length: 10 }, () => adapter.useStep(totp.accountId, 9)));
      expect(answers.filter((used) => used)).toHaveLength(1);
      expect(await adapter.useStep(totp.accountId, 8)).toBe(false);
      expect(await adapter.useStep(totp.accountId, 10)).toBe(true);
    });

    it('counts each failure once, and forgets them with a code that was right', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const totp = aTotp();
      const { accountId: id } = totp;
      await adapter.add(totp, []);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => adapter.countFailure(id, 0, noon + 1)),
      );
      expect(answers.filter((counted) => counted)).toHaveLength(1);
      expect(await adapter.countFailure(id, 1, noon + 2)).toBe(true);
      expect(await adapter.find(id)).toMatchObject({ failures: 2, failedAt: noon + 2 });
      await adapter.useStep(id, 1);
      expect(await adapter.find(id)).toMatchObject({ failures: 0, lastStep: 1 });
    });

    it('uses a recovery code up once, of its own account alone', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const [totp, other] = [aTotp(), aTotp()];
      await adapter.add(totp, ['a', 'b']);
      await adapter.add(other, ['c']);
      expect(await adapter.useCode(totp.accountId, 'c')).toBe(false);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => adapter.useCode(totp.accountId, 'a')),
      );
      expect(answers.filter((used) => used)).toHaveLength(1);
      expect(await adapter.codesLeft(totp.accountId)).toBe(1);
      expect(await adapter.codesLeft(other.accountId)).toBe(1);
    });

    it('puts other recovery codes in the place of those before', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const { accountId: id } = aTotp();
      await adapter.add(aTotp({ accountId: id }), ['a', 'b']);
      await adapter.replaceCodes(id, ['c']);
      expect(await adapter.useCode(id, 'a')).toBe(false);
      expect(await adapter.useCode(id, 'c')).toBe(true);
    });

    it('leaves the codes of one of many who put others in their place at once, with an app and without', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const [withApp, without] = [aTotp(), aTotp()];
      await adapter.add(withApp, ['a', 'b']);
      for (const { accountId } of [withApp, without]) {
        await Promise.all(
          Array.from({ length: 5 }, (_, index) =>
            adapter.replaceCodes(accountId, [`c${index}`, `d${index}`]),
          ),
        );
        expect(await adapter.codesLeft(accountId)).toBe(2);
      }
    });

    it('keeps codes that are for passkeys too', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const totp = aTotp();
      await adapter.add(totp, ['a']);
      expect(await adapter.remove(totp.accountId, undefined, { keepsCodes: true })).toBe(true);
      expect(await adapter.useCode(totp.accountId, 'a')).toBe(true);
    });

    it('takes app and codes away, and leaves those of others', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const [totp, other] = [aTotp(), aTotp()];
      await adapter.add(totp, ['a']);
      await adapter.add(other, ['a']);
      expect(await adapter.remove(totp.accountId)).toBe(true);
      expect(await adapter.find(totp.accountId)).toBeUndefined();
      expect(await adapter.useCode(totp.accountId, 'a')).toBe(false);
      expect(await adapter.find(other.accountId)).toEqual(other);
      expect(await adapter.codesLeft(other.accountId)).toBe(1);
    });

    it('lists apps page by page, and replaces the seal that was opened alone', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const apps = [aTotp(), aTotp(), aTotp()];
      for (const totp of apps) await adapter.add(totp, []);
      const ids = apps.map(({ accountId }) => accountId).sort((one, next) => (one < next ? -1 : 1));
      const first = await adapter.list(undefined, 2);
      expect(first.map(({ accountId }) => accountId)).toEqual(ids.slice(0, 2));
      const rest = await adapter.list(first.at(-1)?.accountId, 2);
      expect(rest.map(({ accountId }) => accountId)).toEqual(ids.slice(2));
      const [totp] = first;
      if (totp === undefined) throw new Error('Nothing was listed.');
      expect(await adapter.reseal(totp.accountId, 'another', 'after')).toBe(false);
      expect(await adapter.reseal(totp.accountId, totp.sealedSecret, 'after')).toBe(true);
      expect(await adapter.find(totp.accountId)).toEqual({ ...totp, sealedSecret: 'after' });
    });
  });
}
