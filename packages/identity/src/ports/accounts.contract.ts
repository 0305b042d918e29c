import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { AccountPage, AccountStore } from './accounts.ts';
import { anAccount } from './examples.ts';

/** What every AccountStore does. */
export function accountStoreContract(name: string, open: Open<AccountStore>): void {
  describe(`AccountStore: ${name}`, () => {
    it('finds an account by name and by id, as it was added', async () => {
      await using opened = await open();
      const account = anAccount({ username: 'zoë o’hara', scopes: ['orders:read', 'a "quoted" one'] });
      expect(await opened.adapter.add(account)).toBe('added');
      expect(await opened.adapter.findByUsername('zoë o’hara')).toEqual(account);
      expect(await opened.adapter.findById(account.id)).toEqual(account);
      await opened.adapter.add(anAccount());
      expect(await opened.adapter.withIds([account.id, newId('account')])).toEqual([account]);
      expect(await opened.adapter.withIds([])).toEqual([]);
    });

    it('knows nobody who was not added', async () => {
      await using opened = await open();
      expect(await opened.adapter.findByUsername("' or 1=1 --")).toBeUndefined();
      expect(await opened.adapter.findById(newId('account'))).toBeUndefined();
      expect(await opened.adapter.list()).toEqual([]);
    });

    it('lets one of many parallel writers have a name, and keeps that one’s account', async () => {
      await using opened = await open();
      const rivals = Array.from({ length: 20 }, () => anAccount({ username: 'ada' }));
      const answers = await Promise.all(rivals.map((rival) => opened.adapter.add(rival)));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
      expect(await opened.adapter.findByUsername('ada')).toEqual(rivals[answers.indexOf('added')]);
    });

    it('takes a role from one who has it only while somebody else has it, whoever does so at the same instant', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const admins = Array.from({ length: 4 }, () => anAccount({ roles: ['admin', 'reader'] }));
      for (const account of [...admins, anAccount({ roles: ['admin'], disabled: true })])
        await adapter.add(account);
      const without = ({ scopes }: (typeof admins)[number], disabled: boolean) => ({
        roles: disabled ? ['admin', 'reader'] : ['reader'],
        scopes,
        disabled,
      });
      const answers = await Promise.all(
        admins.map((each, index) => adapter.changeBeside('admin', each, without(each, index % 2 === 0))),
      );
      expect(answers.toSorted()).toEqual(['changed', 'changed', 'changed', 'last']);
      const left = await adapter.page({ role: 'admin', disabled: false, limit: 9 });
      expect(left).toEqual([admins[answers.indexOf('last')]]);
      const [changed] = admins.filter(({ id }) => id !== left[0]?.id);
      if (changed === undefined) return expect.fail('Nobody was changed.');
      expect(await adapter.changeBeside('admin', changed, without(changed, true))).toBe('stale');
    });

    it('adds an account with its address, both or neither, and lets one of many have name and address', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const add = (username: string, address: string, verified = true) => {
        const account = anAccount({ username });
        return adapter.addWithEmail(account, { accountId: account.id, address, verified });
      };
      const names = Array.from({ length: 10 }, (_, place) => `ada-${place}`);
      const ofAddress = await Promise.all(names.map((name) => add(name, 'Ada@example.org')));
      expect(ofAddress.toSorted()).toEqual(['added', ...Array<string>(9).fill('taken')]);
      expect(await adapter.list()).toHaveLength(1);
      const ofName = await Promise.all(names.map((name) => add('bob', `${name}@example.net`)));
      expect(ofName.toSorted()).toEqual(['added', ...Array<string>(9).fill('exists')]);
      expect(await add('eve', 'ADA@example.org')).toBe('taken');
      expect(await adapter.findByUsername('eve')).toBeUndefined();
      expect(await add('eve', 'ADA@example.org', false)).toBe('added');
    });

    it('lists accounts from the oldest to the newest', async () => {
      await using opened = await open();
      const young = anAccount({ createdAt: noon + 1 });
      const old = anAccount();
      await opened.adapter.add(young);
      await opened.adapter.add(old);
      expect(await opened.adapter.list()).toEqual([old, young]);
    });

    it('pages by name in the order of characters, of a role, a state or a name', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const roles = { ab: ['clerk'], 'a-b': ['clerk "x"'], a0: ['clerk', 'x'], b: [] };
      for (const [username, held] of Object.entries(roles)) {
        await adapter.add(anAccount({ username, roles: held, disabled: username === 'b' }));
      }
      const names = async (wanted: Partial<AccountPage>) =>
        (await adapter.page({ limit: 2, ...wanted })).map(({ username }) => username);
      expect(await names({})).toEqual(['a-b', 'a0']);
      expect(await names({ after: 'a0' })).toEqual(['ab', 'b']);
      expect(await names({ role: 'clerk' })).toEqual(['a0', 'ab']);
      expect(await names({ role: 'clerk "x"' })).toEqual(['a-b']);
      expect(await names({ role: 'cl' })).toEqual([]);
      expect(await names({ disabled: true })).toEqual(['b']);
      expect(await names({ disabled: false, limit: 9 })).toEqual(['a-b', 'a0', 'ab']);
      expect(await names({ username: 'a0' })).toEqual(['a0']);
    });

    it('changes roles, scopes and state only while they are those that were read', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const account = anAccount();
      await adapter.add(account);
      const change = { roles: ['editor'], scopes: ['x'], disabled: true };
      const answers = await Promise.all(
        [change, { ...change, scopes: [] }].map((one) => adapter.change(account, one)),
      );
      expect(answers.toSorted()).toEqual([false, true]);
      expect(await adapter.findById(account.id)).toMatchObject({ roles: ['editor'], disabled: true });
      expect(await adapter.page({ limit: 9, role: 'editor' })).toHaveLength(1);
      for (const role of account.roles) expect(await adapter.page({ limit: 9, role })).toEqual([]);
      expect(await adapter.change(account, change)).toBe(false);
      expect(await adapter.change(anAccount(), change)).toBe(false);
    });

    it('changes attributes only while they are those that were read', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const account = anAccount({ attributes: { department: 'Bücher "A"', level: 3.5, external: false } });
      await adapter.add(account);
      expect(await adapter.findById(account.id)).toEqual(account);
      const answers = await Promise.all(
        [{ sites: ['a', 'b'] }, { sites: [] }].map((one) => adapter.changeAttributes(account, one)),
      );
      expect(answers.toSorted()).toEqual([false, true]);
      const attributes = answers[0] ? { sites: ['a', 'b'] } : { sites: [] };
      expect(await adapter.findById(account.id)).toEqual({ ...account, attributes });
      expect(await adapter.changeAttributes(anAccount(), {})).toBe(false);
    });

    it('changes groups only while they are those that were read, and finds who is in one', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const account = anAccount({ username: 'ada', groups: ['sales'] });
      await adapter.add(account);
      await adapter.add(anAccount({ username: 'bo', groups: ['sales-south'] }));
      const rivals = [['sales', 'buyers'], ['buyers']];
      const answers = await Promise.all(rivals.map((groups) => adapter.changeGroups(account, groups)));
      expect(answers.toSorted()).toEqual([false, true]);
      const groups = rivals[answers.indexOf(true)];
      expect(await adapter.findById(account.id)).toEqual({ ...account, groups });
      const names = async (group: string) =>
        (await adapter.page({ limit: 9, group })).map(({ username }) => username);
      expect(await names('buyers')).toEqual(['ada']);
      expect(await names('sales-south')).toEqual(['bo']);
      expect(await names('south')).toEqual([]);
      const both = (role: string, group: string) => adapter.page({ limit: 9, role, group });
      await adapter.add(anAccount({ username: 'cy', roles: ['clerk', 'clerk'], groups: ['buyers'] }));
      expect((await both('clerk', 'buyers')).map(({ username }) => username)).toEqual(['cy']);
      expect(await both('clerk', 'sales-south')).toEqual([]);
      expect(await both('buyers', 'buyers')).toEqual([]);
      expect(await adapter.changeGroups(anAccount(), [])).toBe(false);
    });

    it('replaces a password only while the stored hash is the one that was checked', async () => {
      await using opened = await open();
      const account = anAccount();
      await opened.adapter.add(account);
      expect(await opened.adapter.replacePassword(account.id, 'another hash', 'stolen')).toBe(false);
      const answers = await Promise.all(
        ['second', 'third'].map((next) => opened.adapter.replacePassword(account.id, 'first hash', next)),
      );
      expect(answers.toSorted()).toEqual([false, true]);
      const kept = await opened.adapter.findById(account.id);
      expect(kept).toMatchObject({
        passwordHash: answers[0] ? 'second' : 'third',
        passwordIsOneTime: false,
      });
    });

    it('removes an account, whose name and address are free then, and says when there is no such account', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const add = (account = anAccount({ username: 'ada' })) =>
        adapter.addWithEmail(account, { accountId: account.id, address: 'ada@example.org', verified: true });
      const account = anAccount({ username: 'ada' });
      await add(account);
      const other = anAccount({ username: 'bob' });
      await adapter.add(other);
      const answers = await Promise.all([adapter.remove(account.id), adapter.remove(account.id)]);
      expect(answers.toSorted()).toEqual([false, true]);
      expect(await adapter.list()).toEqual([other]);
      expect(await add()).toBe('added');
    });

    it('disables and enables, and says when there is no such account', async () => {
      await using opened = await open();
      const account = anAccount();
      await opened.adapter.add(account);
      expect(await opened.adapter.setDisabled(account.id, true)).toBe(true);
      expect(await opened.adapter.findById(account.id)).toEqual({ ...account, disabled: true });
      expect(await opened.adapter.setDisabled(account.id, false)).toBe(true);
      expect(await opened.adapter.findById(account.id)).toEqual(account);
      expect(await opened.adapter.setDisabled(newId('account'), true)).toBe(false);
    });
  });
}
