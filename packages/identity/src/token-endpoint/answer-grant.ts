import type { TokenGrant } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import type { MappedClaims } from '../entitlements/claim-input.ts';
import type { Account } from '../ports/index.ts';
import type { LiveSession } from '../sessions/open-session.ts';
import type { AccessTokenIssuer } from '../tokens/access-token.ts';
import type { IdTokenIssuer } from '../tokens/id-token.ts';
import type { AskAhead } from '../tokens/standing-claims.ts';
import { tokenType } from './asked.ts';

export interface AnswerGrantParts {
  readonly askAhead: AskAhead;
  readonly issueAccessToken: AccessTokenIssuer;
  readonly issueIdToken: IdTokenIssuer;
}

/** A family of refresh tokens as its client goes on with it. */
export interface Granted extends LiveSession {
  readonly client: RegisteredClient;
  readonly account: Account;
  readonly now: number;
  readonly proofKey: string | undefined;
  /** What the hook added, where it was asked ahead. */
  readonly added?: MappedClaims | undefined;
  /** Of the request for the code; only the first answer has it. */
  readonly nonce?: string;
}

/** All that the client gets at once: a refresh token only if it may use one, and who signed in if it asked for that. */
export async function answerGrant(granted: Granted, parts: AnswerGrantParts): Promise<TokenGrant> {
  const { lineage, account, client, now, secret, nonce, proofKey, added } = granted;
  const access = await parts.issueAccessToken(lineage, account, now, proofKey, added);
  const wantsIdentity = lineage.grant.scopes.includes('openid');
  const about = {
    session: lineage.session,
    account,
    clientId: client.id,
    nonce,
    organization: lineage.grant.organization,
  };
  return {
    access_token: access.token,
    token_type: tokenType(granted),
    expires_in: access.expiresIn,
    ...(access.scope === '' ? {} : { scope: access.scope }),
    ...(client.grants.includes('refresh_token') ? { refresh_token: secret } : {}),
    ...(wantsIdentity ? { id_token: await parts.issueIdToken(about, now) } : {}),
  };
}
