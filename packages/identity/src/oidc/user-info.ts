import { type AnswerRefusal, addresses, refusal, type UserInfo } from '@signet/contracts';
import { answerProblems, bearerToken, serveEndpoints } from '@signet/http';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { emailClaims } from '../addresses/email-claims.ts';
import type { CertificateDoor } from '../certificates/certificate-door.ts';
import { shownThumbprint } from '../certificates/check-certificate.ts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import { asBoundResource } from '../dpop/as-bound-resource.ts';
import { type CheckProofParts, checkProof } from '../dpop/check-proof.ts';
import { offerNonces, proofIn } from '../dpop/offer-nonces.ts';
import { denyBy } from '../http/deny.ts';
import { organizationClaimsIn } from '../organizations/organization-of-token.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { AccountStore, EmailAddressStore } from '../ports/index.ts';
import { acceptForm } from '../token-endpoint/accept-form.ts';
import { userInfoAudience } from '../tokens/own-audiences.ts';
import type { VerifyAccessToken } from '../tokens/verify-access-token.ts';
import { allowAppPages } from './allow-app-pages.ts';

export interface UserInfoParts extends CheckProofParts {
  readonly issuer: string;
  readonly answerRefusal: AnswerRefusal;
  readonly clients: ClientDirectory;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly verifyAccessToken: VerifyAccessToken;
  readonly certificateDoor?: CertificateDoor;
}

/** Speaks as an API does (RFC 6750), unlike what stands beside it. */
export function userInfoRoutes(parts: UserInfoParts): FastifyPluginAsync {
  return async (app) => {
    const deny = denyBy(answerProblems(app, asBoundResource(parts.answerRefusal)));
    offerNonces(app, parts.proofNonces);
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    acceptForm(app);
    allowAppPages(app, [addresses.readUserInfo.path], parts.clients);
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<UserInfo | FastifyReply> => {
      const outcome = await userInfo(request, parts);
      return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
    };
    serveEndpoints(app, { readUserInfo: (_nothing, { request, reply }) => answer(request, reply) });
    // OpenID Connect Core 1.0 §5.3.1 wants both.
    app.post(addresses.readUserInfo.path, answer);
  };
}

async function userInfo(
  { headers, method, body, raw }: Pick<FastifyRequest, 'headers' | 'method' | 'body' | 'raw'>,
  parts: UserInfoParts,
): Promise<Outcome<UserInfo>> {
  const bound = boundToken(headers.authorization);
  const inForm = tokenInForm(body);
  if (headers.authorization !== undefined && inForm !== undefined) return twoTokens;
  const token = bound ?? inForm ?? bearerToken(headers.authorization);
  if (token === undefined) return denied(refusal('token_missing.user_info'));
  const url = userInfoAudience(parts.issuer);
  const proofKey = bound === undefined ? none : await proofOf(bound, { headers, method }, parts);
  if (proofKey.kind === 'denied') return proofKey;
  const certificate = shownThumbprint(parts.certificateDoor?.presented(raw), parts.wall());
  const verdict = await parts.verifyAccessToken(token, url, { proofKey: proofKey.value, certificate });
  if (verdict.verdict === 'refused') return denied(verdict.refusal);
  const account = await parts.accounts.findById(verdict.token.sub);
  if (account === undefined || account.disabled) return denied(refusal('token_revoked.token_or_session'));
  const named = verdict.token.scopes.includes('profile') ? { preferred_username: account.username } : {};
  const email = verdict.token.scopes.includes('email') ? await emailClaims(account.id, parts.emails) : {};
  const { organization: org_id, organizationName: org_name } = verdict.token;
  const organization = organizationClaimsIn({ org_id, org_name });
  return passed({ sub: account.id, ...named, ...email, ...organization });
}

const none = passed(undefined);

const twoTokens: Denied = denied(refusal('token_ambiguous.several_values'));

/** RFC 6750 §2.2: a form may carry it in place of the header. */
function tokenInForm(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('access_token' in body)) return undefined;
  return typeof body.access_token === 'string' ? body.access_token : undefined;
}

/** The token of `Authorization: DPoP …` (RFC 9449 §7.1). */
function boundToken(authorization: string | undefined): string | undefined {
  return /^DPoP +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? '')?.[1];
}

async function proofOf(
  accessToken: string,
  { headers, method }: Pick<FastifyRequest, 'headers' | 'method'>,
  parts: UserInfoParts,
): Promise<Outcome<string>> {
  const proof = proofIn(headers);
  if (proof === undefined) return denied(refusal('dpop_proof_invalid.missing'));
  return checkProof(proof, { method, url: userInfoAudience(parts.issuer), accessToken }, parts);
}
