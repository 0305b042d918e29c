import { accountAudience, adminAudience, refusal, type TokenRequest } from '@signet/contracts';
import type { Claims } from '@signet/token/verify';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { isRevoked, type RevokedParts } from '../tokens/is-revoked.ts';
import type { ReadIssuedToken } from '../tokens/read-issued-token.ts';
import type { Actor } from '../tokens/token-signer.ts';
import { required } from './required.ts';

/** RFC 8693 §3, the one kind that is exchanged, and that is given for it. */
export const accessTokenUrn = 'urn:ietf:params:oauth:token-type:access_token';

/** How many may have acted for the subject before: a chain without end is a loop of services. */
const mostActors = 4;

export interface ReadSubjectParts extends RevokedParts {
  readonly issuer: string;
  readonly readIssuedToken: ReadIssuedToken;
}

/** A token that is good now, and who acted for its subject so far. */
export interface SubjectToken {
  readonly claims: Claims & { readonly sub: string; readonly exp: number };
  readonly actors?: Actor;
}

/**
 * The token to be exchanged: an access token of this issuer (`typ` says so, GHSA-7fpj-9hr8-28vh), for an API that the
 * client is, that nobody revoked.
 */
export async function readSubjectToken(
  request: TokenRequest,
  client: RegisteredClient,
  parts: ReadSubjectParts,
): Promise<Outcome<SubjectToken>> {
  const given = required(request, ['subject_token', 'subject_token_type']);
  if (given.kind === 'denied') return given;
  const { requested_token_type: wanted = accessTokenUrn, actor_token: actor } = request;
  if (given.value.subject_token_type !== accessTokenUrn || wanted !== accessTokenUrn) return otherType;
  // The client has proved who acts; another one could only be claimed beside it.
  if (actor !== undefined) return actorNamed;
  const issued = await parts.readIssuedToken(given.value.subject_token);
  if (issued === undefined) return unknown;
  const own = (client.exchangeFrom ?? []).filter((audience) => !isOurs(audience, parts.issuer));
  if (!issued.audiences.some((audience) => own.includes(audience))) return forOthers(own);
  const { sub, sid, fam: family, exp, act, org_id: organization } = issued.claims;
  if (typeof sub !== 'string' || typeof exp !== 'number') return unknown;
  if (await isRevoked({ ...issued, sub, sid, family, organization }, parts)) return revoked;
  const actors = readActors(act, mostActors);
  if (actors === 'too_many') return tooManyActors;
  return passed({ claims: { ...issued.claims, sub, exp }, ...(actors === undefined ? {} : { actors }) });
}

/** The admin API and a person's own page are not exchanged for anything. */
function isOurs(audience: string, issuer: string): boolean {
  return audience === adminAudience(issuer) || audience === accountAudience(issuer);
}

/** We wrote them; what cannot be read counts as a chain that is too long. */
function readActors(act: unknown, left: number): Actor | undefined | 'too_many' {
  if (act === undefined) return undefined;
  if (left === 0 || typeof act !== 'object' || act === null || !('sub' in act)) return 'too_many';
  const before = readActors('act' in act ? act.act : undefined, left - 1);
  if (before === 'too_many' || typeof act.sub !== 'string') return 'too_many';
  return { sub: act.sub, ...(before === undefined ? {} : { act: before }) };
}

const unknown: Denied = denied(refusal('subject_token_invalid.unknown'));
const revoked: Denied = denied(refusal('subject_token_invalid.revoked'));
const otherType: Denied = denied(refusal('subject_token_invalid.other_type'));
const actorNamed: Denied = denied(refusal('subject_token_invalid.actor'));
const tooManyActors: Denied = denied(refusal('subject_token_invalid.too_many_actors', { most: mostActors }));

function forOthers(own: readonly string[]): Denied {
  return denied(refusal('subject_token_invalid.for_others', { allowed: own.join(', ') || '-' }));
}
