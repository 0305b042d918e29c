import { accountAudience, type PasskeyAssertion } from '@signet/contracts';
import { list, text } from '../../../parts/explanation/model/shape.ts';
import { ask, type Credentials, type Unanswered } from '../../../parts/session/ask-signet.ts';
import type { Site } from './site.ts';

/** Somebody is signed in on this browser. The token is kept in memory and goes with the page. */
export interface SignedIn {
  readonly kind: 'signed-in';
  readonly accessToken: string;
  /** Of an authenticator app that this sign-in added. */
  readonly recoveryCodes?: readonly string[];
}

/** Signs this browser in, for what is done here and for no API: the refresh token comes in a cookie that no script reads. */
export async function signInHere(site: Site, credentials: Credentials): Promise<SignedIn | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'login', {
    ...credentials,
    audience: accountAudience(site.origin),
  });
  return answer.kind === 'answered' ? readToken(answer.body) : answer;
}

/** By a passkey alone, which says whose it is. */
export async function signInByPasskey(site: Site, passkey: PasskeyAssertion): Promise<SignedIn | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'loginByPasskey', {
    passkey,
    audience: accountAudience(site.origin),
  });
  return answer.kind === 'answered' ? readToken(answer.body) : answer;
}

/** Goes on with the session of this browser, as the person themselves: also where they left the organisation of it. */
export async function goOnHere(site: Site): Promise<SignedIn | Unanswered> {
  const answer = await ask({ ...site, keepsCookies: true }, 'refresh', { organization: null });
  return answer.kind === 'answered' ? readToken(answer.body) : answer;
}

const readCodes = list(text(32), 10);

export function readToken(answer: {
  readonly accessToken?: unknown;
  readonly recoveryCodes?: unknown;
}): SignedIn | Unanswered {
  const { accessToken } = answer;
  if (typeof accessToken !== 'string') return { kind: 'nobody' };
  const recoveryCodes = readCodes(answer.recoveryCodes);
  return { kind: 'signed-in', accessToken, ...(recoveryCodes !== undefined && { recoveryCodes }) };
}
