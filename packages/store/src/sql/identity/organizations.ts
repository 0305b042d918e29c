import { type AccountId, isId, type OrganizationId } from '@signet/contracts';
import type { Belonging, Membership, Organization, OrganizationStore } from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { MembershipRow, OrganizationRow } from '../schema.ts';
import { addOnce, appendDeed, withDeed } from './audit.ts';
import { byCharacters } from './by-characters.ts';
import { createSqlInvitations } from './invitations.ts';
import { insertMember } from './members.ts';

const changed = (done: boolean): boolean => done;

export function createSqlOrganizations(database: Database): OrganizationStore {
  const { query } = database;
  const [byName, byAccount] = [byCharacters(database, 'name'), byCharacters(database, 'account_id')];
  return {
    add: (organization, deed) =>
      addOnce(database, deed, (within) =>
        within
          .insertInto('organizations')
          .values(toRow(organization))
          .onConflict((conflict) => conflict.column('name').doNothing()),
      ),
    async find(idOrName) {
      const row = await query
        .selectFrom('organizations')
        .selectAll()
        .where(isId('organization', idOrName) ? 'id' : 'name', '=', idOrName)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async page(after, limit) {
      const rows = await query
        .selectFrom('organizations')
        .selectAll()
        .$if(after !== undefined, (some) => some.where(byName, '>', after ?? ''))
        .orderBy(byName)
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    change: ({ id, ...before }, after, deed) =>
      withDeed(database, deed, changed, async (within) => {
        const { numUpdatedRows } = await within
          .updateTable('organizations')
          .set({ display_name: after.displayName, disabled: Number(after.disabled) })
          .where('id', '=', id)
          .where('display_name', '=', before.displayName)
          .where('disabled', '=', Number(before.disabled))
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),
    remove: (id, deed) =>
      inTransaction(database, async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('organizations')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) return false;
        await transaction.deleteFrom('memberships').where('organization_id', '=', id).execute();
        await transaction.deleteFrom('invitations').where('organization_id', '=', id).execute();
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
    addMember: (membership, most, deed) =>
      inTransaction(database, async (transaction) => {
        const answer = await insertMember(database, transaction, membership, most);
        if (answer === 'added' && deed !== undefined) await appendDeed(transaction, deed);
        return answer;
      }),
    async belonging(id, accountId) {
      const row = await joined(database, accountId).where('organizations.id', '=', id).executeTakeFirst();
      return row && belongingOf(row);
    },
    async members(id, after, limit) {
      const rows = await query
        .selectFrom('memberships')
        .selectAll()
        .where('organization_id', '=', id)
        .where('ended_at', 'is', null)
        .$if(after !== undefined, (some) => some.where(byAccount, '>', after ?? ''))
        .orderBy(byAccount)
        .limit(limit)
        .execute();
      return rows.map(memberFromRow);
    },
    async ofAccount(accountId) {
      const rows = await joined(database, accountId).orderBy(byName).execute();
      return rows.map(belongingOf);
    },
    changeMember: ({ organizationId, accountId, roles: before }, roles, deed) =>
      withDeed(database, deed, changed, async (within) => {
        const { numUpdatedRows } = await within
          .updateTable('memberships')
          .set({ roles: JSON.stringify(roles) })
          .where('organization_id', '=', organizationId)
          .where('account_id', '=', accountId)
          .where('roles', '=', JSON.stringify(before))
          .where('ended_at', 'is', null)
          .executeTakeFirstOrThrow();
        return numUpdatedRows === 1n;
      }),
    endMember: (id, accountId, at, deed) =>
      inTransaction(database, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('memberships')
          .set({ ended_at: at })
          .where('organization_id', '=', id)
          .where('account_id', '=', accountId)
          .where('ended_at', 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 1n) {
          if (deed !== undefined) await appendDeed(transaction, deed);
          return true;
        }
        return hasEnded(transaction, id, accountId);
      }),
    async removeMember(id, accountId) {
      await query
        .deleteFrom('memberships')
        .where('organization_id', '=', id)
        .where('account_id', '=', accountId)
        .where('ended_at', 'is not', null)
        .execute();
    },
    ...createSqlInvitations(database),
  };
}

function joined({ query }: Database, accountId: AccountId) {
  return query
    .selectFrom('memberships')
    .innerJoin('organizations', 'organizations.id', 'memberships.organization_id')
    .selectAll()
    .where('memberships.account_id', '=', accountId)
    .where('memberships.ended_at', 'is', null);
}

async function hasEnded(
  transaction: SchemaTransaction,
  id: OrganizationId,
  accountId: AccountId,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('memberships')
    .select('ended_at')
    .where('organization_id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}

function belongingOf(row: OrganizationRow & MembershipRow): Belonging {
  return { organization: fromRow(row), membership: memberFromRow(row) };
}

function toRow({ id, name, displayName, disabled, createdAt }: Organization): OrganizationRow {
  return { id, name, display_name: displayName, disabled: Number(disabled), created_at: createdAt };
}

function fromRow(row: OrganizationRow): Organization {
  const { id, name, display_name: displayName, created_at: createdAt } = row;
  return { id, name, displayName, disabled: row.disabled === 1, createdAt };
}

function memberFromRow(row: MembershipRow): Membership {
  return {
    organizationId: row.organization_id,
    accountId: row.account_id,
    roles: JSON.parse(row.roles),
    joinedAt: row.joined_at,
  };
}
