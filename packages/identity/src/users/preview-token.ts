import {
  builtInClient,
  type ClaimDifference,
  type IdentityConfiguration,
  type PreviewAnswer,
  type PreviewQuery,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import { checkAudience } from '../login/check-audience.ts';
import { chosenOrganization } from '../organizations/organization-of-token.ts';
import type { Outcome } from '../outcome.ts';
import type { Account, Grant } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';
import { narrowAudience } from '../token-endpoint/narrow-request.ts';
import { type StandingParts, standingClaims } from '../tokens/standing-claims.ts';

export interface PreviewParts extends StandingParts {
  readonly configuration: () => IdentityConfiguration;
  readonly clients: ClientDirectory;
}

type PreviewedGrant = Pick<Grant, 'audiences' | 'scopes' | 'clientId' | 'organization'>;

/**
 * What a token of this account would say if it was issued now: by the code that issues them, for all that the client may
 * ask for. With other roles, what would be otherwise. Nothing is issued or kept.
 */
export async function previewToken(
  account: Account,
  query: PreviewQuery,
  parts: PreviewParts,
): Promise<PreviewAnswer> {
  const organization =
    query.organization && orRefuse(await chosenOrganization(query.organization, account.id, parts));
  const grant = { ...(await grantTo(account, query, parts)), ...(organization ? { organization } : {}) };
  const { claims, lifetime } = await standingClaims(grant, account, parts);
  const answer = { claims: { ...claims }, expiresIn: toSeconds(lifetime) };
  if (query.roles === undefined && query.groups === undefined) return answer;
  const roles = query.roles === undefined ? account.roles : namesIn(query.roles);
  const groups = query.groups === undefined ? account.groups : namesIn(query.groups);
  const other = await standingClaims(grant, { ...account, roles, groups }, parts);
  return { ...answer, differences: differencesOf(answer.claims, { ...other.claims }) };
}

async function grantTo(
  account: Account,
  { client: id = builtInClient, audience }: PreviewQuery,
  parts: PreviewParts,
): Promise<PreviewedGrant> {
  if (id === builtInClient) {
    const found = orRefuse(checkAudience(audience, account, parts.issuer, parts.configuration()));
    return { clientId: id, scopes: 'all', audiences: [found] };
  }
  const client = await parts.clients.find(id);
  if (client === undefined) throw new SignetError(refusal('client_unknown', { client: id }));
  const request = audience === undefined ? {} : { audience };
  return {
    clientId: id,
    scopes: client.scopes,
    audiences: [orRefuse(narrowAudience(request, client, parts.issuer))],
  };
}

function namesIn(text: string): readonly string[] {
  return text.split(' ').filter((name) => name !== '');
}

function orRefuse<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'denied') throw new SignetError(outcome.refusal);
  return outcome.value;
}

function differencesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly ClaimDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((claim) => JSON.stringify(before[claim]) !== JSON.stringify(after[claim]))
    .map((claim) => ({ claim, before: before[claim], after: after[claim] }));
}
