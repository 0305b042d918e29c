import { refusal, type TokenGrant, type TokenRequest } from '@signet/contracts';
import { placeOfGrant } from '../consents/place-of-grant.ts';
import { type ConsentParts, isAgreedTo, noteUse } from '../consents/standing-consent.ts';
import {
  checkOrganizationOfClient,
  inOrganization,
  type OrganizationOfTokenParts,
  organizationAtRefresh,
} from '../organizations/organization-of-token.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Grant, Lineage } from '../ports/index.ts';
import { askBeforeRotation } from '../refresh/ask-before-rotation.ts';
import { checkStanding, type StandingParts } from '../refresh/check-standing.ts';
import { givenToClient } from '../refresh/given-for.ts';
import { isUnused, type PresentedLineage, type RotateParts, rotate } from '../refresh/rotate.ts';
import { toSeconds } from '../seconds.ts';
import { hashOf, isRefreshSecret } from '../sessions/refresh-secret.ts';
import { type AnswerGrantParts, answerGrant } from './answer-grant.ts';
import type { Asked } from './asked.ts';
import { required } from './required.ts';

export interface RefreshForClientParts
  extends RotateParts,
    StandingParts,
    AnswerGrantParts,
    ConsentParts,
    OrganizationOfTokenParts {
  readonly issueAccessToken: AnswerGrantParts['issueAccessToken'];
}

/**
 * `grant_type=refresh_token` (RFC 6749 §6), by the rotation that `/auth/refresh` has: used up in one step, the racing tab
 * gets the same successor, and a copy ends the session. Whose token it is comes first, so that no client can use up or
 * burn what another holds.
 */
export async function refreshForClient(
  { request, client, now, proofKey }: Asked,
  parts: RefreshForClientParts,
): Promise<Outcome<TokenGrant>> {
  const given = required(request, ['refresh_token']);
  if (given.kind === 'denied') return given;
  const { refresh_token: presented } = given.value;
  if (!isRefreshSecret(presented)) return unknown;
  const found = await parts.families.findByRefreshToken(hashOf(presented));
  if (found?.grant.clientId !== client.id) return unknown;
  await parts.replica.catchUp();
  if (parts.replica.clientRevoked(client.id, toSeconds(found.grant.grantedAt))) return clientRevoked;
  // Before a token that was used counts as copied: the app of a person who took its access away is no thief.
  const place = placeOfGrant(found.grant);
  const scopes = found.grant.scopes === 'all' ? [] : found.grant.scopes;
  if (!(await isAgreedTo({ ...place, scopes }, client, parts))) return withdrawn;

  // Before anything is used up or handed out again: a thief without the key must not even spoil the token.
  const { proofKey: bound } = found.grant;
  if (bound !== undefined && bound !== proofKey) return boundElsewhere;
  const asked = await askedOf(found, { client, request }, parts);
  if (asked.kind === 'denied' && isUnused(found)) return asked;
  const added = asked.kind === 'denied' ? undefined : await askAhead(found, asked.value, parts);
  const live = await rotate(presented, client.id, givenToClient(client), parts);
  if (live.kind === 'denied') return live;
  if (asked.kind === 'denied') return asked;
  const account = await checkStanding(live.value.lineage.session, parts);
  if (account.kind === 'denied') return account;
  await noteUse(place, client, parts);

  const lineage = { ...live.value.lineage, grant: narrowedTo(asked.value, live.value.lineage.grant) };
  return passed(
    await answerGrant(
      { ...live.value, lineage, client, account: account.value, now, proofKey, added },
      parts,
    ),
  );
}

/** For this access token alone. */
interface AskedOf {
  readonly scopes: Grant['scopes'];
  readonly organization: Grant['organization'];
}

async function askedOf(
  found: Lineage,
  asked: Pick<Asked, 'client' | 'request'>,
  parts: RefreshForClientParts,
): Promise<Outcome<AskedOf>> {
  const scopes = narrow(found, asked.request);
  if (scopes.kind === 'denied') return scopes;
  const organization = await organizationFor(found, asked, parts);
  if (organization.kind === 'denied') return organization;
  return passed({ scopes: scopes.value, organization: organization.value });
}

function narrowedTo({ scopes, organization }: AskedOf, grant: Grant): Grant {
  return { ...inOrganization(grant, organization), scopes };
}

function askAhead(found: PresentedLineage, asked: AskedOf, parts: RefreshForClientParts) {
  return askBeforeRotation({ ...found, grant: narrowedTo(asked, found.grant) }, parts);
}

/** An app of the house may name another one that its person is in, as the person could choose it; for this access token alone. */
async function organizationFor(
  { grant }: Lineage,
  { client, request }: Pick<Asked, 'client' | 'request'>,
  parts: RefreshForClientParts,
): Promise<Outcome<Grant['organization']>> {
  const asked = { named: request.organization, mayChange: client.firstParty };
  const organization = await organizationAtRefresh(grant, asked, parts);
  if (organization.kind === 'denied') return organization;
  const fits = await checkOrganizationOfClient(client, organization.value, parts);
  return fits.kind === 'denied' ? fits : organization;
}

/** For this access token alone: what the family was granted stays (RFC 6749 §6). */
function narrow({ grant }: Lineage, { scope, resource }: TokenRequest): Outcome<Grant['scopes']> {
  if (resource !== undefined && resource !== grant.audiences[0]) {
    return denied(refusal('resource_not_allowed.listed', { allowed: grant.audiences[0] }));
  }
  const asked = scope?.split(' ').filter((name) => name !== '');
  if (asked === undefined || grant.scopes === 'all') return passed(grant.scopes);
  if (asked.every((name) => grant.scopes.includes(name))) return passed(asked);
  return denied(refusal('scope_not_allowed', { allowed: grant.scopes.join(', ') || '-' }));
}

const clientRevoked: Denied = denied(refusal('session_ended.client'));
const withdrawn: Denied = denied(refusal('session_ended.consent'));
const boundElsewhere: Denied = denied(refusal('refresh_token_invalid.proof_key'));
const unknown: Denied = denied(refusal('refresh_token_invalid.unknown'));
