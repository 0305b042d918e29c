import { type AnswerRefusal, hostedScreens, refusal } from '@signet/contracts';
import { answerProblems, type Handlers } from '@signet/http';
import type { FastifyPluginAsync } from 'fastify';
import type { Deny } from '../http/deny.ts';
import { createHostCookie, type HostCookie } from '../http/host-cookie.ts';
import { deviceDonePath, devicePath } from '../oidc/addresses.ts';
import { denied } from '../outcome.ts';
import { type AnswerDeviceParts, endSignIn, typeCode } from './answer-device.ts';
import { deviceLifetime } from './device-requests.ts';

/** Binds a sign-in of a device to the browser in which its code was typed. */
const cookieNames = { overTls: '__Host-signet_device_link', plain: 'signet_device_link' } as const;

function linkCookie(issuer: string): HostCookie {
  return createHostCookie(issuer, cookieNames, { plainPath: devicePath, sameSite: 'Lax' });
}

/** What the page asks at which a person types the code that a device shows (RFC 8628 §3.3). */
export function deviceRoutes(parts: AnswerDeviceParts, deny: Deny): Handlers<'typeUserCode'> {
  const cookie = linkCookie(parts.issuer);
  return {
    async typeUserCode({ body }, { request, reply }) {
      const typed = await typeCode(body.userCode, request.ip, parts);
      switch (typed.kind) {
        case 'wrong':
          return deny(reply, denied(refusal('user_code_unknown')));
        case 'wait':
          return deny(reply, denied(refusal('user_code_throttled', { wait: typed.seconds }), typed.seconds));
        case 'known':
          reply.header('set-cookie', cookie.write(typed.secret, deviceLifetime / 1000));
          return { redirectTo: parts.issuer + typed.to };
      }
    },
  };
}

const screens = {
  done: hostedScreens['device-allowed'],
  denied: hostedScreens['device-denied'],
  over: hostedScreens['device-over'],
} as const;

/** Where the sign-in comes back to that answers a device; the browser goes on to the screen that says what came of it. */
export function deviceEndRoutes(
  parts: AnswerDeviceParts & { readonly answerRefusal: AnswerRefusal },
): FastifyPluginAsync {
  return async (app) => {
    answerProblems(app, parts.answerRefusal);
    const cookie = linkCookie(parts.issuer);
    app.get(deviceDonePath, async (request, reply) => {
      const [code, error] = ['code', 'error'].map((name) => textIn(request.query, name) || undefined);
      const end = await endSignIn({ code, error }, cookie.read(request.headers.cookie), parts);
      reply.header('cache-control', 'no-store').header('set-cookie', cookie.clear());
      return reply.redirect(screens[end], 303);
    });
  };
}

const longest = 512;

function textIn(given: unknown, name: string): string {
  const value = new Map(Object.entries(given ?? {})).get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
}
