import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { refusal, type SessionId } from '@signet/contracts';
import { isOfBrowser } from '@signet/http';
import { denied, type Outcome, passed } from '../outcome.ts';

/** Proof that a page can read what Signet answers, bound to one session; it needs no store and lives as long as the session. */
export interface CsrfTokens {
  of(session: SessionId): string;
  /**
   * Passes what comes from no browser: nothing adds a cookie to it but who holds it.
   * @param of `everyone` asks programs as well, as gateways do
   */
  check(headers: IncomingHttpHeaders, session: SessionId, of?: 'everyone'): Outcome<undefined>;
}

/** @param keys derived from the master keys for this alone; the first makes tokens, the others are still believed */
export function createCsrfTokens(keys: readonly [Uint8Array, ...Uint8Array[]]): CsrfTokens {
  const sign = (key: Uint8Array, session: SessionId) => createHmac('sha256', key).update(session).digest();
  return {
    of: (session) => sign(keys[0], session).toString('base64url'),
    check(headers, session, of) {
      if (of === undefined && !isOfBrowser(headers)) return passed(undefined);
      const presented = headers['x-csrf-token'];
      if (presented === undefined) return denied(refusal('csrf_token_invalid.missing'));
      if (typeof presented === 'string' && shape.test(presented)) {
        const held = Buffer.from(presented, 'base64url');
        if (keys.some((key) => timingSafeEqual(held, sign(key, session)))) return passed(undefined);
      }
      return denied(refusal('csrf_token_invalid.other'));
    },
  };
}

/** 256 bits, base64url. */
const shape = /^[A-Za-z0-9_-]{43}$/;
