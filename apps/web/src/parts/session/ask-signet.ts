import { adminAudience } from '@signet/contracts';
import { type RefusalText, readProblem } from '../explanation/model/read-refusal.ts';

/** The Signet behind this page: the page's own origin, and no other. */
export interface Surroundings {
  /** Such as `https://login.example`. */
  readonly origin: string;
  readonly fetch: typeof globalThis.fetch;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Replaces a one-time password. */
  readonly newPassword?: string;
}

/** Why there is no answer: the words of the server, or that no Signet answers. */
export type Unanswered =
  | { readonly kind: 'refused'; readonly refusal: RefusalText }
  | { readonly kind: 'nobody' };

/** The addresses that are asked, in full, so that they can be shown first. */
export const addresses = {
  discovery: (origin: string): string => `${origin}/.well-known/openid-configuration`,
  login: (origin: string): string => `${origin}/auth/login`,
  logout: (origin: string): string => `${origin}/auth/logout`,
};

const largestAnswer = 256 * 1024;
const longestWait = 20_000;

/** Whether a Signet is behind this page, before a password is asked for; `elsewhere` where it has another address. */
export async function findSignet(
  surroundings: Surroundings,
): Promise<{ readonly kind: 'here' } | { readonly kind: 'elsewhere'; readonly issuer: string } | Unanswered> {
  const { origin } = surroundings;
  const answer = await ask(surroundings, addresses.discovery(origin), {});
  if (answer.kind !== 'answered') return answer;
  const { issuer } = answer.body as { readonly issuer?: unknown };
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) return { kind: 'nobody' };
  return issuer === origin ? { kind: 'here' } : { kind: 'elsewhere', issuer: issuer.slice(0, 200) };
}

/**
 * Signs an administrator in for the admin API alone. No cookie is taken or sent, so that a session that this
 * browser may have stays as it is, and the new one lives by the access token in memory only.
 */
export async function signIn(
  surroundings: Surroundings,
  credentials: Credentials,
): Promise<{ readonly kind: 'signed-in'; readonly accessToken: string } | Unanswered> {
  const { origin } = surroundings;
  const answer = await ask(surroundings, addresses.login(origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...credentials, audience: adminAudience(origin) }),
  });
  if (answer.kind !== 'answered') return answer;
  const { accessToken } = answer.body as { readonly accessToken?: unknown };
  return typeof accessToken === 'string' ? { kind: 'signed-in', accessToken } : { kind: 'nobody' };
}

/** Ends the session of the access token, also while the page goes away. */
export async function signOut(surroundings: Surroundings, accessToken: string): Promise<void> {
  await ask(surroundings, addresses.logout(surroundings.origin), {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    keepalive: true,
  });
}

/** Asks one address; what is no JSON object of a Signet is nobody’s. */
export async function ask(
  { fetch }: Surroundings,
  address: string,
  init: RequestInit,
): Promise<{ readonly kind: 'answered'; readonly body: object } | Unanswered> {
  try {
    const response = await fetch(address, {
      ...init,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(longestWait),
    });
    const text = await response.text();
    const body: unknown = text.length <= largestAnswer ? JSON.parse(text) : undefined;
    if (typeof body !== 'object' || body === null) return { kind: 'nobody' };
    if (response.ok) return { kind: 'answered', body };
    const refusal = readProblem(body);
    return refusal?.known === undefined ? { kind: 'nobody' } : { kind: 'refused', refusal };
  } catch {
    // No connection, a redirect or no JSON: whatever answers here is no Signet.
    return { kind: 'nobody' };
  }
}
