import { type AnswerRefusal, addresses, refusal, type UserInfo } from '@signet/contracts';
import { answerProblems, bearerToken, serveEndpoints } from '@signet/http';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientDirectory } from '../clients/registered-client.ts';
import { denyBy } from '../http/deny.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { AccountStore } from '../ports/index.ts';
import { acceptForm } from '../token-endpoint/accept-form.ts';
import { userInfoAudience } from '../tokens/access-token.ts';
import type { VerifyAccessToken } from '../tokens/verify-access-token.ts';
import { allowAppPages } from './allow-app-pages.ts';

export interface UserInfoParts {
  readonly issuer: string;
  readonly answerRefusal: AnswerRefusal;
  readonly clients: ClientDirectory;
  readonly accounts: AccountStore;
  readonly verifyAccessToken: VerifyAccessToken;
}

/** Speaks as an API does (RFC 6750), unlike what stands beside it. */
export function userInfoRoutes(parts: UserInfoParts): FastifyPluginAsync {
  return async (app) => {
    const deny = denyBy(answerProblems(app, parts.answerRefusal));
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    acceptForm(app);
    allowAppPages(app, addresses.readUserInfo.path, parts.clients);
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<UserInfo | FastifyReply> => {
      const outcome = await userInfo(bearerToken(request.headers.authorization), parts);
      return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
    };
    serveEndpoints(app, { readUserInfo: (_nothing, { request, reply }) => answer(request, reply) });
    // OpenID Connect Core 1.0 §5.3.1 wants both.
    app.post(addresses.readUserInfo.path, answer);
  };
}

async function userInfo(token: string | undefined, parts: UserInfoParts): Promise<Outcome<UserInfo>> {
  if (token === undefined) return denied(refusal('token_missing.user_info'));
  const verdict = await parts.verifyAccessToken(token, userInfoAudience(parts.issuer));
  if (verdict.verdict === 'refused') return denied(verdict.refusal);
  const account = await parts.accounts.findById(verdict.token.sub);
  if (account === undefined || account.disabled) return denied(refusal('token_revoked.token_or_session'));
  const named = verdict.token.scopes.includes('profile') ? { preferred_username: account.username } : {};
  return passed({ sub: account.id, ...named });
}
