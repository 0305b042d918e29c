import type { AccountId, AuditDeed } from '@signet/contracts';
import type { Account, AccountStore } from '@signet/identity/ports';
import type { Kysely } from 'kysely';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { AccountRow, Schema } from '../schema.ts';
import { appendDeed, withDeed } from './audit.ts';
import { insertEmail, toldTaken } from './email-addresses.ts';
import { type Held, hasOtherHolder, insertHeld, lockRole, replaceHeld } from './holders.ts';
import { holdInvitation, spendInvitation } from './invitations.ts';
import { pageOfAccounts } from './page-of-accounts.ts';
import { removeAccount } from './remove-account.ts';

export function createSqlAccounts(database: Database): AccountStore {
  const { query } = database;
  const update = (
    id: AccountId,
    changed: Partial<AccountRow>,
    deed: AuditDeed | undefined,
    before: Partial<AccountRow> = {},
  ): Promise<boolean> =>
    withDeed(
      database,
      deed,
      (done) => done,
      (within) => updateRow(within, id, changed, before),
    );
  /** A change of what others find the account by. */
  const updateHeld = (
    { id, username }: Account,
    changed: Partial<AccountRow>,
    deed: AuditDeed | undefined,
    before: Partial<AccountRow>,
    held: Held,
  ): Promise<boolean> =>
    inTransaction(database, (transaction) =>
      updateHeldRow(transaction, { id, username }, changed, deed, before, held),
    );
  return {
    add: (account, deed) =>
      inTransaction(database, async (transaction) => {
        const answer = await insert(transaction, account);
        if (answer === 'added' && deed !== undefined) await appendDeed(transaction, deed);
        return answer;
      }),
    addWithEmail: (account, email, deed) =>
      toldTaken(
        inTransaction(database, async (transaction) => {
          const answer = await insert(transaction, account);
          if (answer === 'exists') return answer;
          await insertEmail(transaction, email);
          if (deed !== undefined) await appendDeed(transaction, deed);
          return answer;
        }),
      ),
    addInvited: ({ account, email, deed }, { id }, { membership, deed: joined }) =>
      toldTaken(
        inTransaction(database, async (transaction) => {
          if (!(await holdInvitation(database, transaction, id, membership.organizationId))) return 'over';
          const answer = await insert(transaction, account);
          if (answer === 'exists') return answer;
          await insertEmail(transaction, email);
          if (deed !== undefined) await appendDeed(transaction, deed);
          const joins = await spendInvitation(database, transaction, id, membership, 1, joined);
          // Its organisation and the account are held, and the account is in no other.
          if (joins !== 'added') throw new Error(`A new account could not be made a member: ${joins}`);
          return joins;
        }),
      ),
    async findByUsername(username) {
      const row = await query
        .selectFrom('accounts')
        .selectAll()
        .where('username', '=', username)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async findById(id) {
      const row = await query.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },
    async withIds(ids) {
      if (ids.length === 0) return [];
      const rows = await query.selectFrom('accounts').selectAll().where('id', 'in', ids).execute();
      return rows.map(fromRow);
    },
    async list() {
      const rows = await query
        .selectFrom('accounts')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },
    page: (wanted) => pageOfAccounts(database, wanted).then((rows) => rows.map(fromRow)),
    change: (before, after, deed) =>
      updateHeld(before, rightsOf(after), deed, rightsOf(before), { kind: 'role', names: after.roles }),
    changeBeside: (role, before, after, deed) =>
      inTransaction(database, async (transaction) => {
        await lockRole(database, transaction, role);
        if (!(await hasOtherHolder(transaction, role, before.id))) return 'last';
        const held = { kind: 'role', names: after.roles } as const;
        const rights = [rightsOf(after), deed, rightsOf(before), held] as const;
        return (await updateHeldRow(transaction, before, ...rights)) ? 'changed' : 'stale';
      }),
    changeAttributes: ({ id, attributes: before }, attributes, deed) =>
      update(id, { attributes: JSON.stringify(attributes) }, deed, { attributes: JSON.stringify(before) }),
    changeGroups: (before, groups, deed) =>
      updateHeld(
        before,
        { groups: JSON.stringify(groups) },
        deed,
        { groups: JSON.stringify(before.groups) },
        { kind: 'group', names: groups },
      ),
    replacePassword: (id, previousHash, nextHash, deed) =>
      update(id, { password_hash: nextHash, password_is_one_time: 0 }, deed, { password_hash: previousHash }),
    remove: (id, deed) => removeAccount(database, id, deed),
    setDisabled: (id, disabled, deed) => update(id, { disabled: Number(disabled) }, deed),
  };
}

async function insert(transaction: SchemaTransaction, account: Account): Promise<'added' | 'exists'> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('accounts')
    .values(toRow(account))
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return 'exists';
  await insertHeld(transaction, account, { kind: 'role', names: account.roles });
  await insertHeld(transaction, account, { kind: 'group', names: account.groups });
  return 'added';
}

async function updateHeldRow(
  transaction: SchemaTransaction,
  holder: Pick<Account, 'id' | 'username'>,
  changed: Partial<AccountRow>,
  deed: AuditDeed | undefined,
  before: Partial<AccountRow>,
  held: Held,
): Promise<boolean> {
  if (!(await updateRow(transaction, holder.id, changed, before))) return false;
  await replaceHeld(transaction, holder, held);
  if (deed !== undefined) await appendDeed(transaction, deed);
  return true;
}

/** @param before what must stand in the row still; `false` where it does not */
async function updateRow(
  within: Kysely<Schema>,
  id: AccountId,
  changed: Partial<AccountRow>,
  before: Partial<AccountRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await within
    .updateTable('accounts')
    .set(changed)
    .where(({ and }) => and({ ...before, id }))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

type Rights = Pick<Account, 'roles' | 'scopes' | 'disabled'>;

function rightsOf({ roles, scopes, disabled }: Rights): Pick<AccountRow, keyof Rights> {
  return { roles: JSON.stringify(roles), scopes: JSON.stringify(scopes), disabled: Number(disabled) };
}

function toRow(account: Account): AccountRow {
  return {
    id: account.id,
    username: account.username,
    password_hash: account.passwordHash,
    password_is_one_time: Number(account.passwordIsOneTime),
    ...rightsOf(account),
    groups: JSON.stringify(account.groups),
    attributes: JSON.stringify(account.attributes),
    created_at: account.createdAt,
  };
}

function fromRow(row: AccountRow): Account {
  return {
    id: row.id,
    username: row.username,
    passwordHash: row.password_hash,
    passwordIsOneTime: row.password_is_one_time === 1,
    roles: JSON.parse(row.roles),
    scopes: JSON.parse(row.scopes),
    disabled: row.disabled === 1,
    groups: JSON.parse(row.groups),
    attributes: JSON.parse(row.attributes),
    createdAt: row.created_at,
  };
}
