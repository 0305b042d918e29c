import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { AccountStore } from './accounts.ts';
import { aMembership, anAccount, anOrganization } from './examples.ts';
import type { OrganizationStore } from './organizations.ts';

const many = 20;

/** What every OrganizationStore does, beside the accounts of the same state. */
export function organizationStoreContract(
  name: string,
  open: Open<{ readonly organizations: OrganizationStore; readonly accounts: AccountStore }>,
): void {
  describe(`OrganizationStore: ${name}`, () => {
    it('gives a name to one organisation, whoever of many asks at once, and knows it by name and id', async () => {
      await using opened = await open();
      const { organizations } = opened.adapter;
      const rivals = Array.from({ length: many }, () => anOrganization({ name: 'acme' }));
      const answers = await Promise.all(rivals.map((rival) => organizations.add(rival)));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
      const winner = rivals[answers.indexOf('added')];
      expect(await organizations.find('acme')).toEqual(winner);
      expect(await organizations.find(winner?.id ?? '')).toEqual(winner);
      for (const other of ['Acme', 'ACME', 'acme ', newId('organization')]) {
        expect(await organizations.find(other)).toBeUndefined();
      }
    });

    it('is paged by name in the order of characters', async () => {
      await using opened = await open();
      const { organizations } = opened.adapter;
      for (const each of ['b-1', 'b', 'a', 'b1']) await organizations.add(anOrganization({ name: each }));
      const names = async (after: string | undefined, limit: number) =>
        (await organizations.page(after, limit)).map((one) => one.name);
      expect(await names(undefined, 10)).toEqual(['a', 'b', 'b-1', 'b1']);
      expect(await names('b', 1)).toEqual(['b-1']);
      expect(await names('b1', 10)).toEqual([]);
    });

    it('is changed by one of many who read the same', async () => {
      await using opened = await open();
      const { organizations } = opened.adapter;
      const before = anOrganization();
      await organizations.add(before);
      const answers = await Promise.all(
        Array.from({ length: many }, (_, place) =>
          organizations.change(before, { displayName: `Name ${place}`, disabled: true }),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      const displayName = `Name ${answers.indexOf(true)}`;
      expect(await organizations.find(before.name)).toEqual({ ...before, displayName, disabled: true });
      expect(await organizations.change(anOrganization(), { displayName: 'x', disabled: false })).toBe(false);
    });

    it('has an account as a member once, and tells who is in what', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      const [ada, bob] = [anAccount(), anAccount()];
      for (const account of [ada, bob]) await accounts.add(account);
      const [acme, zoo] = [anOrganization({ name: 'acme' }), anOrganization({ name: 'zoo' })];
      for (const one of [zoo, acme]) await organizations.add(one);
      const inZoo = aMembership(zoo, ada, { roles: ['"keeper"', 'clerk'] });
      const answers = await Promise.all(
        Array.from({ length: many }, () => organizations.addMember(inZoo, 100)),
      );
      expect(answers.toSorted()).toEqual(['added', ...Array(many - 1).fill('exists')]);
      const inAcme = aMembership(acme, ada);
      await organizations.addMember(inAcme, 100);
      await organizations.addMember(aMembership(acme, bob), 100);
      expect(await organizations.belonging(zoo.id, ada.id)).toEqual({ organization: zoo, membership: inZoo });
      expect(await organizations.belonging(zoo.id, bob.id)).toBeUndefined();
      expect(await organizations.ofAccount(ada.id)).toEqual([
        { organization: acme, membership: inAcme },
        { organization: zoo, membership: inZoo },
      ]);
      const [first, second] = [ada.id, bob.id].toSorted();
      const listed = async (after: typeof ada.id | undefined, limit: number) =>
        (await organizations.members(acme.id, after, limit)).map(({ accountId }) => accountId);
      expect(await listed(undefined, 10)).toEqual([first, second]);
      expect(await listed(undefined, 1)).toEqual([first]);
      expect(await listed(first, 10)).toEqual([second]);
    });

    it('holds an account to a number of organisations, however many it is added to at once', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      const ada = anAccount();
      await accounts.add(ada);
      const all = Array.from({ length: many }, () => anOrganization());
      for (const one of all) await organizations.add(one);
      const answers = await Promise.all(all.map((one) => organizations.addMember(aMembership(one, ada), 3)));
      expect(answers.filter((answer) => answer === 'added')).toHaveLength(3);
      expect(answers.filter((answer) => answer === 'too_many')).toHaveLength(many - 3);
      expect(await organizations.ofAccount(ada.id)).toHaveLength(3);
    });

    it('changes the roles of a member for one of many who read the same', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      const [acme, ada] = [anOrganization(), anAccount()];
      await accounts.add(ada);
      await organizations.add(acme);
      const before = aMembership(acme, ada);
      await organizations.addMember(before, 100);
      const answers = await Promise.all(
        Array.from({ length: many }, (_, place) => organizations.changeMember(before, [`role-${place}`])),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      const roles = [`role-${answers.indexOf(true)}`];
      expect((await organizations.belonging(acme.id, ada.id))?.membership).toEqual({ ...before, roles });
      expect(await organizations.changeMember(aMembership(acme, anAccount()), [])).toBe(false);
    });

    it('lets a member go once, and all of them with the organisation', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      const [acme, zoo] = [anOrganization(), anOrganization()];
      const [ada, bob] = [anAccount(), anAccount()];
      for (const account of [ada, bob]) await accounts.add(account);
      for (const one of [acme, zoo]) await organizations.add(one);
      for (const account of [ada, bob]) await organizations.addMember(aMembership(acme, account), 100);
      await organizations.addMember(aMembership(zoo, bob), 100);
      expect(await organizations.endMember(zoo.id, ada.id, noon)).toBe(false);
      const answers = await Promise.all([1, 2, 3].map(() => organizations.endMember(acme.id, ada.id, noon)));
      expect(answers).toEqual([true, true, true]);
      expect(await organizations.belonging(acme.id, ada.id)).toBeUndefined();
      expect(await organizations.ofAccount(ada.id)).toEqual([]);
      expect(await organizations.members(acme.id, undefined, 10)).toHaveLength(1);
      expect(await organizations.changeMember(aMembership(acme, ada), ['king'])).toBe(false);
      expect(await organizations.addMember(aMembership(acme, ada), 100)).toBe('exists');
      for (const account of [ada, bob]) await organizations.removeMember(acme.id, account.id);
      expect(await organizations.addMember(aMembership(acme, ada), 100)).toBe('added');
      expect(await organizations.members(acme.id, undefined, 10)).toHaveLength(2);
      const removed = await Promise.all([1, 2, 3].map(() => organizations.remove(acme.id)));
      expect(removed.toSorted()).toEqual([false, false, true]);
      expect(await organizations.find(acme.name)).toBeUndefined();
      expect(await organizations.members(acme.id, undefined, 10)).toEqual([]);
      expect((await organizations.ofAccount(bob.id)).map(({ organization }) => organization)).toEqual([zoo]);
      expect(await organizations.addMember(aMembership(acme, ada), 100)).toBe('unknown');
    });

    it('forgets who was in it with the account', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      const [acme, ada] = [anOrganization(), anAccount()];
      await accounts.add(ada);
      await organizations.add(acme);
      await organizations.addMember(aMembership(acme, ada), 100);
      await accounts.remove(ada.id);
      expect(await organizations.members(acme.id, undefined, 10)).toEqual([]);
    });
  });
}
