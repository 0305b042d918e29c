import { builtInClient, refusal } from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import { type FindLiveParts, findLive, type LivePerson } from '../sessions/find-live.ts';
import { ownAudiences } from '../tokens/own-audiences.ts';
import type { ReadAccessToken } from '../tokens/verify-access-token.ts';

export interface OwnSessionParts extends FindLiveParts {
  readonly issuer: string;
  readonly readAccessToken: ReadAccessToken;
  readonly replica: RevocationReplica;
}

/**
 * The live session of an access token that signing in gave. The token of an app speaks for the person to an API: that
 * app, and that API, learn nothing here of where the person is signed in, and end nothing.
 */
export async function ownSession(
  accessToken: string | undefined,
  parts: OwnSessionParts,
): Promise<Outcome<LivePerson>> {
  if (accessToken === undefined) return missing;
  const audiences = ownAudiences(parts.issuer, parts.configuration());
  const verdict = await parts.readAccessToken(accessToken, audiences);
  if (verdict.verdict === 'refused') return denied(verdict.refusal);
  const { clientId, sid, jti, sub, issuedAt } = verdict.token;
  if (clientId !== builtInClient) return notOfSignIn;
  const live = await findLive(sid, parts);
  await parts.replica.catchUp();
  const isRevoked = parts.replica.tokenRevoked(jti) || parts.replica.subjectRevoked(sub, issuedAt);
  return live === undefined || isRevoked ? revoked : passed(live);
}

const missing: Denied = denied(refusal('token_missing.no_header'));
const notOfSignIn: Denied = denied(refusal('sign_in_needed'));
const revoked: Denied = denied(refusal('token_revoked.token_or_session'));
