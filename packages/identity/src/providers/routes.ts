import { refusal } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { FastifyPluginAsync } from 'fastify';
import type { Deny } from '../http/deny.ts';
import { answerLoggedIn } from '../login/answer-logged-in.ts';
import type { LoginRouteParts } from '../login/routes.ts';
import { signInFrom } from '../login/sign-in-from.ts';
import type { ShowFailure } from '../oidc/failure-page.ts';
import { type BeginSignInParts, beginSignIn } from './begin-sign-in.ts';
import { callbackPath } from './callback-path.ts';
import { beginEnrolmentOf, type FinishSignInParts, finishSignIn } from './finish-sign-in.ts';
import { type TakeAnswerParts, takeAnswer } from './take-answer.ts';

export interface ProviderRouteParts extends BeginSignInParts, FinishSignInParts, LoginRouteParts {
  readonly issuer: string;
  readonly random: FinishSignInParts['random'];
  readonly providers: FinishSignInParts['providers'];
  readonly accounts: LoginRouteParts['accounts'];
  readonly audit: LoginRouteParts['audit'];
  readonly wall: LoginRouteParts['wall'];
}

type ProviderEndpoint = 'beginProvider' | 'beginAuthenticatorOfProvider' | 'finishProvider';

export function providerRoutes(parts: ProviderRouteParts, deny: Deny): Handlers<ProviderEndpoint> {
  return {
    async beginProvider({ parameters, body }, { reply }) {
      const begun = await beginSignIn({ ...parameters, ...body }, parts);
      if (begun.kind === 'denied') return deny(reply, begun);
      reply.header('set-cookie', begun.value.cookie);
      return { redirectTo: begun.value.redirectTo };
    },
    async beginAuthenticatorOfProvider(_nothing, { request, reply }) {
      const outcome = await beginEnrolmentOf(request.headers.cookie, parts);
      return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
    },
    async finishProvider({ body }, call) {
      const { request, reply } = call;
      const came = { cookieHeader: request.headers.cookie, from: signInFrom(request, parts) };
      const outcome = await finishSignIn(body, came, parts);
      // Whoever is asked for a second factor, or gives a wrong one, goes on from here.
      if (outcome.kind === 'passed') reply.header('set-cookie', parts.providerCookie.clear());
      return answerLoggedIn(outcome, call, parts, deny);
    },
  };
}

/** Where providers lead back to: a page of another site sends the browser here, and a page of ours goes on. */
export function providerCallbackRoutes(
  parts: TakeAnswerParts & { readonly showFailure: ShowFailure },
): FastifyPluginAsync {
  return async (app) => {
    app.route<{ readonly Params: { readonly provider: string } }>({
      method: 'GET',
      url: callbackPath(':provider'),
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
        const { provider } = request.params;
        const { search } = new URL(request.url, parts.issuer);
        const taken = await takeAnswer({ provider, search, cookieHeader: request.headers.cookie }, parts);
        if (taken !== undefined) return reply.header('set-cookie', taken.cookie).redirect(taken.goOn, 303);
        // The code that came stands in no record.
        const page = parts.showFailure(over, {
          method: 'GET',
          url: callbackPath(provider),
          acceptLanguage: request.headers['accept-language'],
        });
        return reply.code(page.status).headers(page.headers).send(page.html);
      },
    });
  };
}

const over = refusal('provider_sign_in_over');
