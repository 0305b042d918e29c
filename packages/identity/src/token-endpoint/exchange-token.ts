import type { TokenGrant } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { identityScopes } from '../oidc/identity-scopes.ts';
import {
  notMember,
  type OrganizationOfTokenParts,
  organizationClaimsIn,
} from '../organizations/organization-of-token.ts';
import { type Outcome, passed } from '../outcome.ts';
import type { ExchangedTokenIssuer } from '../tokens/exchanged-token.ts';
import { type Asked, tokenType } from './asked.ts';
import { narrowAudience, narrowScopes } from './narrow-request.ts';
import {
  accessTokenUrn,
  type ReadSubjectParts,
  readSubjectToken,
  type SubjectToken,
} from './read-subject-token.ts';

export interface ExchangeTokenParts extends ReadSubjectParts, OrganizationOfTokenParts {
  readonly issueExchangedToken: ExchangedTokenIssuer;
}

/**
 * Token exchange (RFC 8693): a service that was called with a token gets one by which it calls the next, in the name of the
 * same subject. It has no more scopes than both the token and the client have, is for one of the client's `audiences`, does
 * not outlive the token, and names the client as who acts.
 */
export async function exchangeToken(asked: Asked, parts: ExchangeTokenParts): Promise<Outcome<TokenGrant>> {
  const { request, client, now, proofKey } = asked;
  const subject = await readSubjectToken(request, client, parts);
  if (subject.kind === 'denied') return subject;
  const scopes = narrowScopes(request.scope, { scopes: scopesOfBoth(subject.value, client) });
  if (scopes.kind === 'denied') return scopes;
  const audience = narrowAudience(request, client, parts.issuer);
  if (audience.kind === 'denied') return audience;
  const { claims, actors } = subject.value;
  const organization = await checkOrganizations(asked, claims, parts);
  if (organization.kind === 'denied') return organization;
  const issued = await parts.issueExchangedToken(
    {
      clientId: client.id,
      audience: audience.value,
      scopes: scopes.value,
      act: { sub: client.id, ...(actors === undefined ? {} : { act: actors }) },
      subject: keptOf(claims),
      endsAt: claims.exp,
      proofKey,
    },
    now,
  );
  return passed({
    access_token: issued.token,
    issued_token_type: accessTokenUrn,
    token_type: tokenType(asked),
    expires_in: issued.expiresIn,
    ...(issued.scope === '' ? {} : { scope: issued.scope }),
  });
}

/** Who somebody is was told to the app that asked them, and to nobody behind it. */
function scopesOfBoth({ claims }: SubjectToken, { scopes }: RegisteredClient): readonly string[] {
  const had = typeof claims['scope'] === 'string' ? claims['scope'].split(' ') : [];
  return scopes.filter((scope) => had.includes(scope) && !identityScopes.includes(scope));
}

/** The new token is of the organisation of the old one, or of none as that was: nobody is let into another. */
async function checkOrganizations(
  { request: { organization: asked }, client }: Asked,
  { org_id: kept }: SubjectToken['claims'],
  { organizations }: ExchangeTokenParts,
): Promise<Outcome<undefined>> {
  for (const name of [asked, client.organization]) {
    if (name === undefined) continue;
    const organization = await organizations.find(name);
    if (organization === undefined || organization.id !== kept) return notMember;
  }
  return passed(undefined);
}

function keptOf(claims: SubjectToken['claims']) {
  const { sub, sid, fam, roles, auth_time, acr, amr } = claims;
  return {
    sub,
    ...organizationClaimsIn(claims),
    ...(typeof sid === 'string' ? { sid } : {}),
    ...(typeof fam === 'string' ? { fam } : {}),
    ...(Array.isArray(roles) ? { roles: textsIn(roles) } : {}),
    ...(typeof auth_time === 'number' ? { auth_time } : {}),
    ...(typeof acr === 'string' ? { acr } : {}),
    ...(Array.isArray(amr) ? { amr: textsIn(amr) } : {}),
  };
}

function textsIn(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
