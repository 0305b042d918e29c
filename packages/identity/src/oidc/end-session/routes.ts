import { type AnswerRefusal, refusal, SignetError } from '@signet/contracts';
import { answerProblems, refuseForeignPage } from '@signet/http';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { acceptForm } from '../../token-endpoint/accept-form.ts';
import { endSessionPath } from '../addresses.ts';
import { pageStyle, pageStylePath } from '../page.ts';
import { languageOf } from '../page-language.ts';
import { type EndSessionParts, type EndSessionRequest, endSessionFor } from './end-session.ts';
import { agreedField, askPage, overPage } from './pages.ts';

export interface EndSessionRouteParts extends EndSessionParts {
  readonly answerRefusal: AnswerRefusal;
  /** The `Set-Cookie` that makes the browser forget who it was signed in as. */
  readonly forgetBrowser: string;
}

/** Where apps send people to log out (RP-Initiated Logout 1.0). */
export function endSessionRoutes(parts: EndSessionRouteParts): FastifyPluginAsync {
  return async (app) => {
    acceptForm(app);
    answerProblems(app, parts.answerRefusal);
    app.get(endSessionPath, (request, reply) =>
      answer(readForm(request.query), false, request, reply, parts),
    );
    app.post(endSessionPath, (request, reply) => {
      const form = readForm(request.body);
      return answer(form, form[agreedField] !== undefined, request, reply, parts);
    });
    app.get(pageStylePath, (_request, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(pageStyle),
    );
  };
}

async function answer(
  form: EndSessionRequest,
  agreed: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
  parts: EndSessionRouteParts,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const foreign = agreed ? refuseForeignPage(request.headers, parts.issuer) : undefined;
  if (foreign !== undefined) throw new SignetError(foreign);
  const ended = await endSessionFor(form, { cookieHeader: request.headers.cookie, agreed }, parts);
  // So that the answer to the form says which page it came from; without, browsers say `Origin: null`.
  reply.type('text/html; charset=utf-8').header('referrer-policy', 'same-origin');
  const language = languageOf(request.headers['accept-language']);
  if (ended.kind === 'ask') return reply.send(askPage(form, ended.client, language));
  reply.header('set-cookie', parts.forgetBrowser);
  return ended.kind === 'redirect'
    ? reply.redirect(ended.to, 303)
    : reply.send(overPage(ended.back, language));
}

/** Each parameter once (RFC 6749 §3.1). */
function readForm(given: unknown): EndSessionRequest & { readonly [agreedField]?: string } {
  const pairs = Object.entries(given ?? {});
  if (pairs.some(([, value]) => typeof value !== 'string')) {
    throw new SignetError(refusal('token_request_invalid.repeated', { parameter: '(unknown)' }));
  }
  return Object.fromEntries(pairs);
}
