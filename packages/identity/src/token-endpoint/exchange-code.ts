import { createHash, timingSafeEqual } from 'node:crypto';
import { refusal, type TokenGrant } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { beginAgreed } from '../consents/begin-agreed.ts';
import { type ConsentParts, isAgreedTo, noteUse } from '../consents/standing-consent.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { KeptDocuments } from '../oidc/kept-document.ts';
import { type AuthorizedCode, readCode } from '../oidc/read-code.ts';
import {
  checkOrganizationOfClient,
  notMember,
  type OrganizationOfTokenParts,
} from '../organizations/organization-of-token.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { givenToClient } from '../refresh/given-for.ts';
import { toSeconds } from '../seconds.ts';
import type { BeginFamilyParts } from '../sessions/begin-family.ts';
import { type FindLiveParts, findLive } from '../sessions/find-live.ts';
import { type AnswerGrantParts, answerGrant } from './answer-grant.ts';
import type { Asked } from './asked.ts';
import { required } from './required.ts';

export interface ExchangeCodeParts
  extends FindLiveParts,
    BeginFamilyParts,
    AnswerGrantParts,
    ConsentParts,
    OrganizationOfTokenParts {
  readonly proveSigning: KeyRing['prove'];
  readonly codes: KeptDocuments;
}

/**
 * `grant_type=authorization_code` (RFC 6749 §4.1.3): begins a family of refresh tokens in the session in which the code was
 * given out. A code that comes twice was copied, and ends that session; it is used up by one step of the store, after
 * everything else was found right, so that whoever lacks the verifier can neither use nor spoil it.
 */
export async function exchangeCode(
  { request, client, now, proofKey }: Asked,
  parts: ExchangeCodeParts,
): Promise<Outcome<TokenGrant>> {
  const given = required(request, ['code', 'redirect_uri', 'code_verifier']);
  if (given.kind === 'denied') return given;
  const code = await readCode(given.value.code, parts.codes);
  if (code === undefined || code.clientId !== client.id) return unknown;
  await parts.replica.catchUp();
  if (parts.replica.clientRevoked(client.id, toSeconds(code.givenAt))) return unknown;
  const fits = checkFit(code, { ...given.value, resource: request.resource, proofKey });
  if (fits.kind === 'denied') return fits;
  // A reload may have taken it away since the sign-in.
  const { audiences, otherwise } = givenToClient(client);
  if (!audiences.includes(code.audience)) return otherwise;

  const organization = await organizationOfCode(code, client, request.organization, parts);
  if (organization.kind === 'denied') return organization;
  // Before the code is used up, for one that comes again ends the session.
  const whose = await findLive(code.sid, parts);
  const of = code.organization === undefined ? {} : { organization: code.organization };
  const asked = { clientId: client.id, scopes: code.scopes, audiences: [code.audience], ...of } as const;
  const place = { clientId: client.id, audience: code.audience, ...of };
  if (whose !== undefined) {
    const accountId = whose.account.id;
    if (!(await isAgreedTo({ ...place, accountId, scopes: code.scopes }, client, parts))) return withdrawn;
  }
  const added = whose && (await parts.askAhead(asked, whose.account));
  // As with a refresh token: a code that was used up for nothing ends the session when it comes again.
  await parts.proveSigning();
  const use = await parts.codes.use(given.value.code);
  if (use === undefined) return unknown;
  if (use === 'used_before') {
    await parts.endSession(code.sid, 'code_reused');
    return reused;
  }
  const person = await findLive(code.sid, parts);
  if (person === undefined) return ended;
  const { proofKey: _asked, ...granted } = code;
  const begun = await beginAgreed(
    person,
    { ...granted, clientId: client.id, ...keyOf(client, proofKey) },
    client,
    parts,
  );
  if (begun === 'session_over') return ended;
  if (begun === 'withdrawn') return withdrawn;
  const live = begun;
  await noteUse({ ...place, accountId: person.account.id }, client, parts);
  const nonce = code.nonce === undefined ? {} : { nonce: code.nonce };
  return passed(
    await answerGrant({ ...live, ...nonce, client, account: person.account, now, proofKey, added }, parts),
  );
}

/** The one that was decided on at the sign-in; the request may say it again, and name no other. */
async function organizationOfCode(
  { organization }: AuthorizedCode,
  client: RegisteredClient,
  asked: string | undefined,
  parts: OrganizationOfTokenParts,
): Promise<Outcome<undefined>> {
  const isOther = asked !== undefined && (await parts.organizations.find(asked))?.id !== organization;
  if (isOther || (asked !== undefined && organization === undefined)) return notMember;
  return checkOrganizationOfClient(client, organization, parts);
}

function checkFit(
  code: AuthorizedCode,
  given: {
    readonly redirect_uri: string;
    readonly code_verifier: string;
    readonly resource: string | undefined;
    readonly proofKey: string | undefined;
  },
): Outcome<undefined> {
  if (given.redirect_uri !== code.redirectUri) return denied(refusal('code_invalid.redirect_uri'));
  if (!provesChallenge(given.code_verifier, code.challenge)) return denied(refusal('code_invalid.verifier'));
  if (code.proofKey !== undefined && given.proofKey !== code.proofKey) {
    return denied(refusal('code_invalid.proof_key'));
  }
  if (given.resource === undefined || given.resource === code.audience) return passed(undefined);
  return denied(refusal('resource_not_allowed.listed', { allowed: code.audience }));
}

/** A client that proves itself needs no key for its refresh tokens (RFC 9449 §5), and may change it. */
function keyOf({ type }: RegisteredClient, proofKey: string | undefined): { readonly proofKey?: string } {
  return type === 'public' && proofKey !== undefined ? { proofKey } : {};
}

/** RFC 7636 §4.6. */
function provesChallenge(verifier: string, challenge: string): boolean {
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const made = createHash('sha256').update(verifier, 'ascii').digest();
  const asked = Buffer.from(challenge, 'base64url');
  return made.length === asked.length && timingSafeEqual(made, asked);
}

const unknown: Denied = denied(refusal('code_invalid.unknown'));
const withdrawn: Denied = denied(refusal('session_ended.consent'));
const ended: Denied = denied(refusal('code_invalid.ended'));
const reused: Denied = denied(refusal('code_reused'));
