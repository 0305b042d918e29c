import { type AnswerRefusal, SignetError } from '@signet/contracts';
import { answerProblems, refuseForeignPage } from '@signet/http';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { createHostCookie } from '../http/host-cookie.ts';
import { deviceDonePath, devicePath } from '../oidc/addresses.ts';
import { languageOf } from '../oidc/page-language.ts';
import { acceptForm } from '../token-endpoint/accept-form.ts';
import { type AnswerDeviceParts, endSignIn, typeCode } from './answer-device.ts';
import { deviceLifetime } from './device-requests.ts';
import { codePage, endPage } from './pages.ts';
import { deviceWords } from './words.ts';

export interface DeviceRouteParts extends AnswerDeviceParts {
  readonly answerRefusal: AnswerRefusal;
}

/** Binds a sign-in of a device to the browser in which its code was typed. */
const cookieNames = { overTls: '__Host-signet_device_link', plain: 'signet_device_link' } as const;

/** Where a person types the code that a device shows (RFC 8628 §3.3). Plain pages, for whatever browser is at hand. */
export function deviceRoutes(parts: DeviceRouteParts): FastifyPluginAsync {
  return async (app) => {
    acceptForm(app);
    answerProblems(app, parts.answerRefusal);
    const cookie = createHostCookie(parts.issuer, cookieNames, { plainPath: devicePath, sameSite: 'Lax' });
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    app.get(devicePath, (request, reply) =>
      page(
        reply,
        codePage(languageOf(request.headers['accept-language']), textIn(request.query, 'user_code')),
      ),
    );
    app.post(devicePath, async (request, reply) => {
      const foreign = refuseForeignPage(request.headers, parts.issuer);
      if (foreign !== undefined) throw new SignetError(foreign);
      const typed = textIn(request.body, 'user_code');
      const outcome = await typeCode(typed, request.ip, parts);
      if (outcome.kind === 'known') {
        return reply
          .header('set-cookie', cookie.write(outcome.secret, deviceLifetime / 1000))
          .redirect(outcome.to, 303);
      }
      const language = languageOf(request.headers['accept-language']);
      const words = deviceWords[language];
      if (outcome.kind === 'wrong') return page(reply.code(400), codePage(language, typed, words.wrong));
      const wait = words.wait.replace('{seconds}', String(outcome.seconds));
      reply.code(429).header('retry-after', String(outcome.seconds));
      return page(reply, codePage(language, typed, wait));
    });
    app.get(deviceDonePath, async (request, reply) => {
      const [code, error] = ['code', 'error'].map((name) => textIn(request.query, name) || undefined);
      const end = await endSignIn({ code, error }, cookie.read(request.headers.cookie), parts);
      reply.header('set-cookie', cookie.clear()).code(end === 'over' ? 400 : 200);
      return page(reply, endPage(languageOf(request.headers['accept-language']), end));
    });
  };
}

/** So that the answer to the form says which page it came from; without, browsers say `Origin: null`. */
function page(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('referrer-policy', 'same-origin').send(html);
}

const longest = 512;

function textIn(given: unknown, name: string): string {
  const value = new Map(Object.entries(given ?? {})).get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
}
