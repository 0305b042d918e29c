import {
  type AnswerOf,
  addresses,
  adminAudience,
  type EndpointName,
  endpointRequest,
  type GivenTo,
  type OperatorRequest,
  type PasskeyAssertion,
} from '@signet/contracts';
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
  /** Of the second factor. */
  readonly code?: string;
  readonly passkey?: PasskeyAssertion;
  /** Of an authenticator app that this sign-in adds. */
  readonly enrolment?: string;
}

/** Why there is no answer: the words of the server, or that no Signet answers. */
export type Unanswered =
  | { readonly kind: 'refused'; readonly refusal: RefusalText }
  | { readonly kind: 'nobody' };

/** The address that an endpoint is asked at, in full, so that it can be shown first. */
export function addressOf<Name extends EndpointName>(
  origin: string,
  name: Name,
  ...given: GivenTo<Name>
): string {
  return origin + endpointRequest(name, ...given).target;
}

const largestAnswer = 256 * 1024;
const longestWait = 20_000;

/** Whether a Signet is behind this page, before a password is asked for; `elsewhere` where it has another address. */
export async function findSignet(
  surroundings: Surroundings,
): Promise<{ readonly kind: 'here' } | { readonly kind: 'elsewhere'; readonly issuer: string } | Unanswered> {
  const { origin } = surroundings;
  const answer = await ask(surroundings, 'readDiscovery');
  if (answer.kind !== 'answered') return answer;
  const { issuer } = answer.body;
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
  const audience = adminAudience(surroundings.origin);
  const answer = await ask(surroundings, 'login', { ...credentials, audience });
  if (answer.kind !== 'answered') return answer;
  const { accessToken } = answer.body;
  return typeof accessToken === 'string' ? { kind: 'signed-in', accessToken } : { kind: 'nobody' };
}

/** Ends the session of the access token, also while the page goes away. */
export async function signOut(surroundings: Surroundings, accessToken: string): Promise<void> {
  await ask({ ...surroundings, accessToken, keepalive: true }, 'logout');
}

/** How an endpoint is asked. */
interface Asking extends Surroundings {
  readonly accessToken?: string;
  /** Goes on while the page goes away. */
  readonly keepalive?: boolean;
  /** Cookies of this origin are sent and taken: for a page that signs this browser in. */
  readonly keepsCookies?: boolean;
  /** In which the answer names what has names; absent: the browser's own. */
  readonly language?: string;
}

/** The members that an answer should have, and of which nothing is known yet. */
type Unread<Name extends EndpointName> = { readonly [Member in keyof AnswerOf<Name>]?: unknown };

/** Asks one endpoint, without the schema of its answer; what is no JSON object of a Signet is nobody’s. */
export function ask<Name extends EndpointName>(
  asking: Asking,
  name: Name,
  ...given: GivenTo<Name>
): Promise<{ readonly kind: 'answered'; readonly body: Unread<Name> } | Unanswered> {
  return send(asking, endpointRequest(name, ...given), isByCookie(asking, name));
}

/** Whether the cookie alone would make the change, so that the page proves that it may read the answers. */
function isByCookie({ keepsCookies }: Asking, name: EndpointName): boolean {
  const { method, callers } = addresses[name];
  return keepsCookies === true && method !== 'GET' && callers.includes('cookie');
}

/** Sends one request to this origin. A refusal whose code is not in the catalogue is nobody’s. */
async function send(
  asking: Asking,
  request: OperatorRequest,
  isProven = false,
): Promise<Answered | Unanswered> {
  const proof = isProven ? await send(asking, endpointRequest('readCsrfToken')) : undefined;
  if (proof !== undefined && proof.kind !== 'answered') return proof;
  try {
    const { method, target, body } = request;
    const response = await asking.fetch(asking.origin + target, {
      method,
      headers: { ...headersOf(body, asking), ...csrfOf(proof?.body) },
      ...(body === '' ? {} : { body }),
      keepalive: asking.keepalive === true,
      cache: 'no-store',
      credentials: asking.keepsCookies === true ? 'same-origin' : 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(longestWait),
    });
    return await read(response);
  } catch {
    // No connection, a redirect or no JSON: whatever answers here is no Signet.
    return { kind: 'nobody' };
  }
}

interface Answered {
  readonly kind: 'answered';
  readonly body: object;
}

function headersOf(body: string, { accessToken, language }: Asking): Record<string, string> {
  return {
    ...(body === '' ? {} : { 'content-type': 'application/json' }),
    ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
}

function csrfOf(proof: { readonly csrfToken?: unknown } = {}): Record<string, string> {
  return typeof proof.csrfToken === 'string' ? { 'x-csrf-token': proof.csrfToken } : {};
}

async function read(response: Response): Promise<Answered | Unanswered> {
  const text = await response.text();
  const body: unknown = text.length <= largestAnswer ? JSON.parse(text) : undefined;
  if (typeof body !== 'object' || body === null) return { kind: 'nobody' };
  if (response.ok) return { kind: 'answered', body };
  const refusal = readProblem(body);
  return refusal?.known === undefined ? { kind: 'nobody' } : { kind: 'refused', refusal };
}
