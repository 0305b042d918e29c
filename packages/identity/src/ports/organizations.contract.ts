import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { Account, AccountStore } from './accounts.ts';
import { aMembership, anAccount, anInvitation, anOrganization } from './examples.ts';
import type { Invitation, Organization, OrganizationStore } from './organizations.ts';

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

    it('invites an address once, in the place of before, and no more than may wait, however many at once', async () => {
      await using opened = await open();
      const { organizations } = opened.adapter;
      const [acme, zoo] = [anOrganization(), anOrganization()];
      for (const one of [acme, zoo]) await organizations.add(one);
      const address = 'Ada@example.org';
      const [first, again] = [
        anInvitation(acme, { address }),
        anInvitation(acme, { address: 'ADA@EXAMPLE.org' }),
      ];
      expect(await organizations.invite(first, 1)).toBe('invited');
      expect(await organizations.invite(again, 1)).toBe('invited');
      expect(await organizations.invite(anInvitation(acme), 1)).toBe('too_many');
      expect(await organizations.invite(anInvitation(zoo, { address }), 1)).toBe('invited');
      expect(await organizations.findInvitation(first.id)).toBeUndefined();
      expect(await organizations.findInvitation(again.id)).toEqual(again);
      const rivals = Array.from({ length: many }, () => anInvitation(acme));
      const answers = await Promise.all(rivals.map((rival) => organizations.invite(rival, 4)));
      expect(answers.filter((answer) => answer === 'invited')).toHaveLength(3);
      const later = anInvitation(acme, { invitedAt: again.expiresAt, expiresAt: again.expiresAt + 1 });
      expect(await organizations.invite(later, 1)).toBe('invited');
      expect(await organizations.invitations(acme.id, undefined, 10)).toEqual([later]);
      expect(await organizations.invite(anInvitation(anOrganization()), 10)).toBe('unknown');
    });

    it('pages what waits, ends each once, and all with the organisation', async () => {
      await using opened = await open();
      const { organizations } = opened.adapter;
      const [acme, zoo] = [anOrganization(), anOrganization()];
      for (const one of [acme, zoo]) await organizations.add(one);
      const made = [anInvitation(acme), anInvitation(acme), anInvitation(acme)];
      for (const one of made) await organizations.invite(one, 10);
      const ids = made.map(({ id }) => id).toSorted();
      const page = async (after: Invitation['id'] | undefined, limit: number) =>
        (await organizations.invitations(acme.id, after, limit)).map(({ id }) => id);
      expect(await page(undefined, 2)).toEqual(ids.slice(0, 2));
      expect(await page(ids[1], 2)).toEqual(ids.slice(2));
      const [first] = made;
      if (first === undefined) expect.fail('There is no invitation.');
      expect(await organizations.endInvitation({ id: first.id, organizationId: zoo.id })).toBe(false);
      const ended = await Promise.all(Array.from({ length: 5 }, () => organizations.endInvitation(first)));
      expect(ended.filter(Boolean)).toHaveLength(1);
      await organizations.remove(acme.id);
      expect(await organizations.invitations(acme.id, undefined, 10)).toEqual([]);
      expect(await organizations.findInvitation(ids[2] ?? first.id)).toBeUndefined();
    });

    it('makes a member by an invitation once, and uses none up that it makes none by', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      const [acme, zoo, ada, bob] = [anOrganization(), anOrganization(), anAccount(), anAccount()];
      for (const one of [acme, zoo]) await organizations.add(one);
      for (const account of [ada, bob]) await accounts.add(account);
      const invitation = anInvitation(acme);
      await organizations.invite(invitation, 10);
      const accept = (organization: Organization, account: Account, most = 10) =>
        organizations.accept(invitation, aMembership(organization, account), most);
      expect(await accept(zoo, ada)).toBe('over');
      expect(await accept(acme, ada, 0)).toBe('too_many');
      const rivals = Array.from({ length: many }, (_, place) => accept(acme, place % 2 === 0 ? ada : bob));
      const answers = (await Promise.all(rivals)).toSorted();
      expect(answers).toEqual(['added', ...Array<string>(many - 1).fill('over')]);
      expect(await organizations.members(acme.id, undefined, 10)).toHaveLength(1);
      const second = anInvitation(acme);
      await organizations.invite(second, 10);
      const [member] = await organizations.members(acme.id, undefined, 1);
      if (member === undefined) expect.fail('There is no member.');
      expect(await organizations.accept(second, { ...member, roles: ['king'] }, 10)).toBe('exists');
      expect(await organizations.findInvitation(second.id)).toBeUndefined();
      expect((await organizations.belonging(acme.id, member.accountId))?.membership.roles).toEqual(['clerk']);
    });

    it('makes the account of a newcomer with the membership, or neither, whatever comes between', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      const acme = anOrganization();
      await organizations.add(acme);
      const join = (account: Account, invitation: Invitation, address = invitation.address) =>
        accounts.addInvited(
          { account, email: { accountId: account.id, address, verified: true } },
          invitation,
          { membership: aMembership(acme, account) },
        );
      for (let round = 0; round < many; round += 1) {
        const [ada, invitation] = [anAccount(), { ...anInvitation(acme), address: `n${round}@example.org` }];
        await organizations.invite(invitation, many);
        const [made, ended] = await Promise.all([
          join(ada, invitation),
          organizations.endInvitation(invitation),
        ]);
        expect([made, ended]).toEqual(made === 'added' ? ['added', false] : ['over', true]);
        expect((await accounts.findById(ada.id)) !== undefined).toBe(made === 'added');
        expect((await organizations.belonging(acme.id, ada.id)) !== undefined).toBe(made === 'added');
      }
      const [bob, again] = [anAccount(), { ...anInvitation(acme), address: 'bob@example.org' }];
      await organizations.invite(again, many);
      expect(await join(bob, again)).toBe('added');
      const third = { ...anInvitation(acme), address: 'else@example.org' };
      await organizations.invite(third, many);
      expect(await join({ ...anAccount(), username: bob.username }, third)).toBe('exists');
      const eve = anAccount();
      expect(await join(eve, third, 'BOB@example.org')).toBe('taken');
      expect(await accounts.findById(eve.id)).toBeUndefined();
      expect(await organizations.findInvitation(third.id)).toEqual(third);
      expect(await join(eve, third)).toBe('added');
    });

    it('is accepted, withdrawn or taken along with its organisation, and never two of these', async () => {
      await using opened = await open();
      const { organizations, accounts } = opened.adapter;
      for (let round = 0; round < many; round += 1) {
        const [acme, ada] = [anOrganization(), anAccount()];
        await organizations.add(acme);
        await accounts.add(ada);
        const invitation = anInvitation(acme);
        await organizations.invite(invitation, 10);
        const [accepted, ended, removed] = await Promise.all([
          organizations.accept(invitation, aMembership(acme, ada), 10),
          organizations.endInvitation(invitation),
          round % 2 === 0 ? organizations.remove(acme.id) : false,
        ]);
        expect(['added', 'over']).toContain(accepted);
        if (ended) expect(accepted).toBe('over');
        if (removed) expect(await organizations.members(acme.id, undefined, 1)).toEqual([]);
        expect(await organizations.findInvitation(invitation.id)).toBeUndefined();
      }
    });
  });
}
