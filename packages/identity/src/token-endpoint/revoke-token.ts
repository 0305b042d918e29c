import { refusal, type TokenQuestion, type TokenRevoked } from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Revoke } from '../revocations/revoke.ts';
import { hashOf, isRefreshSecret } from '../sessions/refresh-secret.ts';
import type { RequestFrom } from './grant-token.ts';
import { readQuestion, type TokenQuestionParts } from './introspect-token.ts';

export interface RevokeTokenParts extends TokenQuestionParts {
  readonly revoke: Revoke;
}

/**
 * `POST /oauth/revoke`. An access token is refused by the gateways when this answers; a refresh token ends with its
 * family and every access token of it (RFC 7009 §2.1), and the person stays signed in elsewhere. What is no token of ours any more needs no revocation (RFC 7009 §2.2).
 */
export async function revokeToken(
  question: TokenQuestion,
  from: RequestFrom,
  parts: RevokeTokenParts,
): Promise<Outcome<TokenRevoked>> {
  const asked = await readQuestion(question, from, parts);
  if (asked.kind === 'denied') return asked;
  const { client, token } = asked.value;
  if (isRefreshSecret(token)) {
    const found = await parts.families.findByRefreshToken(hashOf(token));
    if (found === undefined) return done;
    if (found.grant.clientId !== client.id) return notOwn;
    await parts.families.endFamily(found.family, 'revoked_by_client', parts.wall());
    const target = { kind: 'family', issuer: parts.issuer, family: found.family.id } as const;
    await parts.revoke(target, 'revoked_by_client');
    return done;
  }
  const issued = (await parts.readIssuedToken(token)) ?? (await parts.readSharedToken(token));
  if (issued === undefined) return done;
  if (issued.clientId !== client.id) return notOwn;
  await parts.revoke({ kind: 'token', issuer: parts.issuer, jti: issued.jti }, 'revoked_by_client');
  return done;
}

const done = passed<TokenRevoked>({});
const notOwn: Denied = denied(refusal('token_request_invalid.not_own'));
