import type { Membership } from '@signet/identity/ports';
import type { Database, SchemaTransaction } from '../database.ts';
import type { MembershipRow } from '../schema.ts';
import { lockAccount } from './lock-account.ts';

/** Account and organisation are held until this is done, so that neither leaves a member behind that goes meanwhile. */
export async function insertMember(
  database: Database,
  transaction: SchemaTransaction,
  membership: Membership,
  most: number,
): Promise<'added' | 'exists' | 'unknown' | 'too_many'> {
  const { organizationId, accountId } = membership;
  await lockAccount(database, transaction, accountId);
  const account = await transaction
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', accountId)
    .$if(database.kind === 'postgres', (select) => select.forShare())
    .executeTakeFirst();
  const organization = await transaction
    .selectFrom('organizations')
    .select('id')
    .where('id', '=', organizationId)
    .$if(database.kind === 'postgres', (select) => select.forShare())
    .executeTakeFirst();
  if (account === undefined || organization === undefined) return 'unknown';
  const own = await transaction
    .selectFrom('memberships')
    .select('organization_id')
    .where('account_id', '=', accountId)
    .execute();
  if (own.some(({ organization_id: id }) => id === organizationId)) return 'exists';
  if (own.length >= most) return 'too_many';
  await transaction.insertInto('memberships').values(memberToRow(membership)).execute();
  return 'added';
}

function memberToRow({ organizationId, accountId, roles, joinedAt }: Membership): MembershipRow {
  return {
    organization_id: organizationId,
    account_id: accountId,
    roles: JSON.stringify(roles),
    joined_at: joinedAt,
    ended_at: null,
  };
}
