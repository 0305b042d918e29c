import { bearerToken, type Handlers } from '@signet/http';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type NativeClientParts, nativeClient } from '../native/native-app.ts';
import { namedInBody } from './find-sessions.ts';
import { endSessions, type LogoutParts, logout } from './logout.ts';

export function logoutRoutes(
  parts: LogoutParts & NativeClientParts & { readonly accessCookie: HostCookie },
  deny: Deny,
): Handlers<'logout'> {
  return {
    async logout({ body: { client: id, refreshToken } }, { request, reply }) {
      const { headers } = request;
      if (id !== undefined && refreshToken !== undefined) {
        const client = await nativeClient(id, request, parts);
        if (client.kind === 'denied') return deny(reply, client);
        return endSessions(await namedInBody(refreshToken, client.value.id, parts), parts);
      }
      const outcome = await logout({ headers, accessToken: bearerToken(headers.authorization) }, parts);
      if (outcome.kind === 'denied') return deny(reply, outcome);
      const isHidden = parts.accessCookie.read(headers.cookie) !== undefined;
      reply.header('set-cookie', [parts.cookie.clear(), ...(isHidden ? [parts.accessCookie.clear()] : [])]);
      return outcome.value;
    },
  };
}
