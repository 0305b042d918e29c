import { bearerToken, type Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import { type LogoutParts, logout } from './logout.ts';

export function logoutRoutes(parts: LogoutParts, deny: Deny): Handlers<'logout'> {
  return {
    async logout(_nothing, { request, reply }) {
      const { headers } = request;
      const outcome = await logout({ headers, accessToken: bearerToken(headers.authorization) }, parts);
      if (outcome.kind === 'denied') return deny(reply, outcome);
      reply.header('set-cookie', parts.cookie.clear());
      return outcome.value;
    },
  };
}
