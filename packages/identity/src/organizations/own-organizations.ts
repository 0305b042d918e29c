import { type MembershipsAnswer, type RemovedOrganizationAnswer, refusal } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import { type CallingPersonParts, callingPerson } from '../own-sessions/calling-person.ts';
import type { LivePerson } from '../sessions/find-live.ts';
import { leaveOrganization } from './leave-organization.ts';
import { membershipsOf } from './member-administration.ts';
import type { OrganizationParts } from './organization-parts.ts';

export interface OwnOrganizationsRouteParts
  extends CallingPersonParts,
    Pick<OrganizationParts, 'issuer' | 'organizations' | 'revoke' | 'latestIssue' | 'audit'> {
  readonly wall: CallingPersonParts['wall'];
}

/** What a person is in, and that they may leave it. */
export function ownOrganizationsRoutes(
  parts: OwnOrganizationsRouteParts,
  deny: Deny,
): Handlers<'listOwnOrganizations' | 'leaveOrganization'> {
  return {
    async listOwnOrganizations(_nothing, { request, reply }) {
      const own = await callingPerson(request, parts);
      return own.kind === 'denied' ? deny(reply, own) : listOwn(own.value, parts);
    },
    async leaveOrganization({ parameters: { organization } }, { request, reply }) {
      const own = await callingPerson(request, parts);
      if (own.kind === 'denied') return deny(reply, own);
      const left = await leave(organization, own.value, parts);
      return left.kind === 'denied' ? deny(reply, left) : left.value;
    },
  };
}

async function listOwn(
  { account }: LivePerson,
  { organizations }: OwnOrganizationsRouteParts,
): Promise<MembershipsAnswer> {
  return membershipsOf(await organizations.ofAccount(account.id));
}

/** Of one that they are not in they hear what they hear of one that does not exist. */
async function leave(
  idOrName: string,
  { account }: LivePerson,
  parts: OwnOrganizationsRouteParts,
): Promise<Outcome<RemovedOrganizationAnswer>> {
  const organization = await parts.organizations.find(idOrName);
  const self = { kind: 'account', id: account.id } as const;
  const left = organization && (await leaveOrganization(organization, account.id, self, parts));
  if (organization === undefined || left !== true) {
    return denied(refusal('organization_unknown', { organization: idOrName }));
  }
  return passed({ id: organization.id, name: organization.name });
}
