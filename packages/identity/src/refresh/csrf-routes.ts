import { refusal } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { denied } from '../outcome.ts';
import type { FamilyStore } from '../ports/index.ts';
import { hashOf } from '../sessions/refresh-secret.ts';
import { readRefreshSecret } from './read-refresh-secret.ts';

export interface CsrfRouteParts {
  readonly cookie: HostCookie;
  readonly csrf: CsrfTokens;
  readonly families: FamilyStore;
}

/** Tells a page that may read the answer what it proves itself by. A used refresh token counts: it changes nothing. */
export function csrfRoutes(parts: CsrfRouteParts, deny: Deny): Handlers<'readCsrfToken'> {
  return {
    async readCsrfToken(_nothing, { request, reply }) {
      const secret = readRefreshSecret(request.headers.cookie, parts.cookie);
      if (secret.kind === 'denied') return deny(reply, secret);
      const found = await parts.families.findByRefreshToken(hashOf(secret.value));
      if (found === undefined) return deny(reply, denied(refusal('refresh_token_invalid.unknown')));
      return { csrfToken: parts.csrf.of(found.session.id) };
    },
  };
}
