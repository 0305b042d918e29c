import { type AuditDeed, comparableAddress, type InvitationId, type OrganizationId } from '@signet/contracts';
import type { Invitation, Membership, OrganizationStore } from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { InvitationRow } from '../schema.ts';
import { appendDeed, withDeed } from './audit.ts';
import { byCharacters } from './by-characters.ts';
import { insertMember } from './members.ts';

type InvitationStore = Pick<
  OrganizationStore,
  'invite' | 'findInvitation' | 'invitations' | 'endInvitation' | 'accept'
>;

/** Whoever changes several of them holds the organisation first, then an invitation, then an account: no two wait for each other. */
export function createSqlInvitations(database: Database): InvitationStore {
  const { query } = database;
  const byId = byCharacters(database, 'id');
  return {
    invite: (invitation, most, deed) =>
      inTransaction(database, async (transaction) => {
        const { organizationId, address, invitedAt } = invitation;
        if (!(await holdOrganization(database, transaction, organizationId, 'alone'))) return 'unknown';
        const waiting = await transaction
          .selectFrom('invitations')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('organization_id', '=', organizationId)
          .where('expires_at', '>', invitedAt)
          .where('comparable_address', '!=', comparableAddress(address))
          .executeTakeFirstOrThrow();
        if (Number(waiting.count) >= most) return 'too_many';
        await transaction
          .deleteFrom('invitations')
          .where('organization_id', '=', organizationId)
          .where((or) =>
            or.or([
              or('expires_at', '<=', invitedAt),
              or('comparable_address', '=', comparableAddress(address)),
            ]),
          )
          .execute();
        await transaction.insertInto('invitations').values(toRow(invitation)).execute();
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'invited';
      }),
    async findInvitation(id) {
      const row = await query.selectFrom('invitations').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },
    async invitations(id, after, limit) {
      const rows = await query
        .selectFrom('invitations')
        .selectAll()
        .where('organization_id', '=', id)
        .$if(after !== undefined, (some) => some.where(byId, '>', after ?? ''))
        .orderBy(byId)
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    endInvitation: ({ id, organizationId }, deed) =>
      withDeed(
        database,
        deed,
        (isEnded: boolean) => isEnded,
        async (within) => {
          const { numDeletedRows } = await within
            .deleteFrom('invitations')
            .where('id', '=', id)
            .where('organization_id', '=', organizationId)
            .executeTakeFirstOrThrow();
          return numDeletedRows === 1n;
        },
      ),
    accept: ({ id }, membership, most, deed) =>
      inTransaction(database, async (transaction) =>
        (await holdInvitation(database, transaction, id, membership.organizationId))
          ? spendInvitation(database, transaction, id, membership, most, deed)
          : 'over',
      ),
  };
}

/** Until this is done it is nobody else's to answer or withdraw; `false` where it is gone, with its organisation or alone. */
export async function holdInvitation(
  database: Database,
  transaction: SchemaTransaction,
  id: InvitationId,
  organizationId: OrganizationId,
): Promise<boolean> {
  if (!(await holdOrganization(database, transaction, organizationId, 'together'))) return false;
  const held = await transaction
    .selectFrom('invitations')
    .select('id')
    .where('id', '=', id)
    .where('organization_id', '=', organizationId)
    .$if(database.kind === 'postgres', (select) => select.forUpdate())
    .executeTakeFirst();
  return held !== undefined;
}

/** One that is held. */
export async function spendInvitation(
  database: Database,
  transaction: SchemaTransaction,
  id: InvitationId,
  membership: Membership,
  most: number,
  deed: AuditDeed | undefined,
): Promise<'added' | 'exists' | 'unknown' | 'too_many'> {
  const answer = await insertMember(database, transaction, membership, most);
  if (answer === 'added' || answer === 'exists') {
    await transaction.deleteFrom('invitations').where('id', '=', id).execute();
  }
  if (answer === 'added' && deed !== undefined) await appendDeed(transaction, deed);
  return answer;
}

/** Until this is done it does not go, and where `alone`, nobody else invites into it. SQLite lets one write at a time anyway. */
async function holdOrganization(
  { kind }: Database,
  transaction: SchemaTransaction,
  id: OrganizationId,
  how: 'alone' | 'together',
): Promise<boolean> {
  const row = await transaction
    .selectFrom('organizations')
    .select('id')
    .where('id', '=', id)
    .$if(kind === 'postgres', (select) => (how === 'alone' ? select.forUpdate() : select.forShare()))
    .executeTakeFirst();
  return row !== undefined;
}

function toRow({ id, organizationId, address, roles, invitedAt, expiresAt }: Invitation): InvitationRow {
  return {
    id,
    organization_id: organizationId,
    address,
    comparable_address: comparableAddress(address),
    roles: JSON.stringify(roles),
    invited_at: invitedAt,
    expires_at: expiresAt,
  };
}

function fromRow(row: InvitationRow): Invitation {
  const { id, organization_id: organizationId, address, invited_at: invitedAt, expires_at: expiresAt } = row;
  return { id, organizationId, address, roles: JSON.parse(row.roles), invitedAt, expiresAt };
}
