import { addresses } from '@signet/contracts';
import { AnswerNotUnderstood } from '../client/answer-not-understood.ts';
import type { HeldToken, SessionOptions } from './session-options.ts';
import { SessionRefused } from './session-refused.ts';

type Asked = 'login' | 'refresh' | 'logout' | 'readCsrfToken';

/**
 * One endpoint of the session API, with the cookies of this browser, also from a page of another origin.
 * Rejects with `SessionRefused`, with `AnswerNotUnderstood`, or with what `fetch` throws where nobody answered in time.
 */
export async function askSignet(
  { issuer, deadline = 20_000, fetch = (url, init) => globalThis.fetch(url, init) }: SessionOptions,
  name: Asked,
  { body, csrfToken }: { readonly body?: object; readonly csrfToken?: string } = {},
): Promise<Readonly<Record<string, unknown>>> {
  const { method, path } = addresses[name];
  const response = await fetch(new URL(path, issuer), {
    method,
    headers: {
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    // The refresh token comes and goes in a cookie that no script reads.
    credentials: 'include',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    // A log-out is still sent while the page goes.
    keepalive: name === 'logout',
    signal: AbortSignal.timeout(deadline),
  });
  const answer = await readObject(response);
  if (response.ok) return answer;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (typeof answer['code'] !== 'string') throw new AnswerNotUnderstood(response.status);
  throw new SessionRefused(response.status, answer, Number.isFinite(seconds) ? seconds : undefined);
}

async function readObject(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new AnswerNotUnderstood(response.status, { cause });
  });
  if (typeof body !== 'object' || body === null) throw new AnswerNotUnderstood(response.status);
  return body as Readonly<Record<string, unknown>>;
}

/** @throws AnswerNotUnderstood for an answer without a token */
export function heldTokenOf(answer: Readonly<Record<string, unknown>>, askedAt: number): HeldToken {
  const { expiresIn } = answer;
  const held = { ...answer, expiresAt: askedAt + Number(expiresIn) * 1000 };
  if (!isHeldToken(held)) throw new AnswerNotUnderstood(200);
  const { accessToken, sessionId, scope, csrfToken, expiresAt } = held;
  return { accessToken, sessionId, scope, csrfToken, expiresAt };
}

/** Whatever a storage or another tab hands over may be of another version. */
export function isHeldToken(value: unknown): value is HeldToken {
  if (typeof value !== 'object' || value === null) return false;
  const { accessToken, sessionId, scope, csrfToken, expiresAt } = value as Partial<Record<string, unknown>>;
  return (
    [accessToken, sessionId, scope, csrfToken].every((each) => typeof each === 'string') &&
    typeof expiresAt === 'number' &&
    Number.isFinite(expiresAt)
  );
}
