import {
  adminAudience,
  refusal,
  type TokenConfirmation,
  type TokenQuestion,
  type TokenState,
} from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import {
  type OrganizationOfTokenParts,
  organizationAtRefresh,
  organizationClaimsIn,
} from '../organizations/organization-of-token.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { FamilyStore } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';
import { hashOf, isRefreshSecret } from '../sessions/refresh-secret.ts';
import { isRevoked, type RevokedParts } from '../tokens/is-revoked.ts';
import type { IssuedToken, ReadIssuedToken } from '../tokens/read-issued-token.ts';
import type { ReadSharedToken } from '../tokens/read-shared-token.ts';
import { type AuthenticateClientParts, authenticateClient } from './authenticate-client.ts';
import type { RequestFrom } from './grant-token.ts';
import { readClientProof } from './read-client-proof.ts';

export interface TokenQuestionParts extends RevokedParts, AuthenticateClientParts, OrganizationOfTokenParts {
  readonly families: FamilyStore;
  readonly readIssuedToken: ReadIssuedToken;
  readonly readSharedToken: ReadSharedToken;
}

/**
 * `POST /oauth/introspect`. A client hears of tokens that were issued to it, and of access tokens that are for its API.
 * Any other is not active for it, as is what never was a token: it learns nothing by asking (RFC 7662 §4).
 */
export async function introspectToken(
  question: TokenQuestion,
  from: RequestFrom,
  parts: TokenQuestionParts,
): Promise<Outcome<TokenState>> {
  const asked = await readQuestion(question, from, parts);
  if (asked.kind === 'denied') return asked;
  const { client, token } = asked.value;
  // RFC 7662 §2.1: whoever proves nothing could try tokens out.
  if (client.type === 'public') return denied(refusal('client_invalid.none'));
  if (isRefreshSecret(token)) return passed(await stateOfRefreshToken(hashOf(token), client, parts));
  const issued = await heardOf(token, client, parts);
  if (issued === undefined) return passed(inactive);
  const { sub, sid, fam: family, org_id: organization } = issued.claims;
  return passed(
    (await isRevoked({ ...issued, sub, sid, family, organization }, parts)) ? inactive : stateOf(issued),
  );
}

/** The client and the token that both endpoints are about. */
export async function readQuestion(
  question: TokenQuestion,
  from: RequestFrom,
  parts: TokenQuestionParts,
): Promise<Outcome<{ readonly client: RegisteredClient; readonly token: string }>> {
  const proof = readClientProof(from.authorization, question);
  if (proof.kind === 'denied') return proof;
  const client = await authenticateClient(proof.value, from, parts);
  if (client.kind === 'denied') return client;
  if (question.token === undefined) return denied(refusal('token_request_invalid.no_token'));
  return passed({ client: client.value, token: question.token });
}

const inactive: TokenState = { active: false };

/** What an API could have signed itself proves nothing to anybody else, whomever it names as its client. */
async function heardOf(
  token: string,
  client: RegisteredClient,
  parts: TokenQuestionParts,
): Promise<IssuedToken | undefined> {
  const issued = await parts.readIssuedToken(token);
  if (issued !== undefined) return mayHear(client, issued, parts.issuer) ? issued : undefined;
  const shared = await parts.readSharedToken(token);
  return shared?.audiences.every((each) => client.audiences.includes(each)) ? shared : undefined;
}

/** The admin API asks nobody. */
function mayHear(client: RegisteredClient, { clientId, audiences }: IssuedToken, issuer: string): boolean {
  const own = client.audiences.filter((each) => each !== adminAudience(issuer));
  return clientId === client.id || audiences.some((each) => own.includes(each));
}

function stateOf({ claims, audiences, jti, clientId, issuedAt }: IssuedToken): TokenState {
  const { iss, sub, exp, scope, sid, act, cnf } = claims;
  return {
    active: true,
    ...text('iss', iss),
    ...text('sub', sub),
    aud: audiences.length === 1 ? audiences[0] : audiences,
    client_id: clientId,
    ...text('scope', scope),
    ...(typeof exp === 'number' ? { exp } : {}),
    iat: issuedAt,
    jti,
    ...text('sid', sid),
    ...organizationClaimsIn(claims),
    ...(isObject(act) ? { act } : {}),
    ...(cnf === undefined ? {} : { cnf: cnf as TokenConfirmation }),
    token_type: isObject(cnf) && 'jkt' in cnf ? 'DPoP' : 'Bearer',
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> {
  return typeof value === 'string' ? ({ [name]: value } as Record<Name, string>) : {};
}

const asGranted = { named: undefined, mayChange: false } as const;

/** A used one is not active: presented again, it would end its session. */
async function stateOfRefreshToken(
  hash: string,
  client: RegisteredClient,
  parts: TokenQuestionParts,
): Promise<TokenState> {
  const found = await parts.families.findByRefreshToken(hash);
  if (found?.grant.clientId !== client.id) return inactive;
  const { session, family, grant, token } = found;
  await parts.replica.catchUp();
  const over =
    session.endedAt !== undefined ||
    family.endedAt !== undefined ||
    token.usedAt !== undefined ||
    Math.min(token.expiresAt, session.expiresAt) <= parts.wall() ||
    parts.replica.subjectRevoked(grant.accountId, toSeconds(session.startedAt)) ||
    parts.replica.clientRevoked(client.id, toSeconds(grant.grantedAt)) ||
    (await organizationAtRefresh(grant, asGranted, parts)).kind === 'denied';
  if (over) return inactive;
  return {
    active: true,
    iss: parts.issuer,
    sub: grant.accountId,
    client_id: client.id,
    ...(grant.scopes === 'all' ? {} : { scope: grant.scopes.join(' ') }),
    exp: toSeconds(token.expiresAt),
    iat: toSeconds(token.issuedAt),
    sid: session.id,
    ...(grant.organization === undefined ? {} : { org_id: grant.organization }),
  };
}
