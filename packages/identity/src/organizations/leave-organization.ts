import type { AccountId, AuditActor } from '@signet/contracts';
import type { Organization } from '../ports/index.ts';
import { deedOn, type OrganizationParts } from './organization-parts.ts';

/**
 * Takes an account out of an organisation: from the first step on it gets no tokens of it, then those that are out are
 * revoked, up to now: whatever a refresh signed that had seen the membership is dated before that. False for who was not in it.
 * @param actor whoever asked, where it is not an administrator
 */
export async function leaveOrganization(
  organization: Organization,
  account: AccountId,
  actor: AuditActor | undefined,
  parts: Pick<OrganizationParts, 'issuer' | 'organizations' | 'revoke' | 'latestIssue' | 'audit' | 'wall'>,
): Promise<boolean> {
  const { organizations, issuer } = parts;
  const { id } = organization;
  const deed = deedOn(organization, 'organization.member_removed', parts.audit, { account }, actor);
  if (!(await organizations.endMember(id, account, parts.wall(), deed))) return false;
  const issuedUpTo = parts.latestIssue.current();
  await parts.revoke(
    { kind: 'organization', issuer, organization: id, sub: account, issuedUpTo },
    'organization_left',
  );
  await organizations.removeMember(id, account);
  return true;
}
