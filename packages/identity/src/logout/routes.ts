import { bearerToken, type Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type LogoutParts, logout } from './logout.ts';

export function logoutRoutes(
  parts: LogoutParts & { readonly accessCookie: HostCookie },
  deny: Deny,
): Handlers<'logout'> {
  return {
    async logout(_nothing, { request, reply }) {
      const { headers } = request;
      const outcome = await logout({ headers, accessToken: bearerToken(headers.authorization) }, parts);
      if (outcome.kind === 'denied') return deny(reply, outcome);
      const isHidden = parts.accessCookie.read(headers.cookie) !== undefined;
      reply.header('set-cookie', [parts.cookie.clear(), ...(isHidden ? [parts.accessCookie.clear()] : [])]);
      return outcome.value;
    },
  };
}
