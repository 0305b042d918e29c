import { bearerToken, type Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type LogoutParts, logout } from './logout.ts';

export function logoutRoutes(parts: LogoutParts, deny: Deny): Handlers<'logout'> {
  return {
    async logout(_nothing, { request, reply }) {
      const { authorization, cookie } = request.headers;
      const outcome = await logout({ cookieHeader: cookie, accessToken: bearerToken(authorization) }, parts);
      if (outcome.kind === 'denied') return deny(reply, outcome);
      reply.header('set-cookie', parts.cookie.clear());
      return outcome.value;
    },
  };
}
