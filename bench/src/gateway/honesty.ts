import { request } from 'undici';
import { measuredPath } from './site.ts';
import type { Stack } from './stacks/stack.ts';
import { type Issuer, issueToken, withBadSignature } from './tokens.ts';
import { upstreamAnswer } from './upstream.ts';

interface Trial {
  readonly what: string;
  /** Absent: the request carries none. */
  readonly token?: string;
}

/**
 * Makes sure, before anything is measured, that `stack` does what the table says: a good token gets the API's
 * answer, every bad one is refused with 401. The plain proxy has only the first to show. Throws otherwise.
 */
export async function checkHonesty(stack: Stack, port: number, issuer: Issuer, now: number): Promise<void> {
  const good = issueToken(issuer, 0, now);
  const answer = await call(port, good);
  if (answer.status !== 200 || answer.body !== upstreamAnswer) {
    throw new Error(
      `${stack.name} answered a good token with ${answer.status}: ${answer.body.slice(0, 500)}`,
    );
  }
  if (!stack.checksTokens) return;
  for (const trial of badTrials(issuer, good, now)) {
    const { status } = await call(port, trial.token);
    if (status !== 401) throw new Error(`${stack.name} answered ${trial.what} with ${status}, not with 401.`);
  }
}

function badTrials(issuer: Issuer, good: string, now: number): readonly Trial[] {
  return [
    { what: 'no token' },
    { what: 'a token that is none', token: 'not.a.token' },
    { what: 'a bad signature', token: withBadSignature(good) },
    { what: 'an expired token', token: issueToken(issuer, 0, now, { exp: now - 3_600 }) },
    { what: 'a foreign issuer', token: issueToken(issuer, 0, now, { iss: 'https://other.example' }) },
    { what: 'a foreign audience', token: issueToken(issuer, 0, now, { aud: 'https://other.example' }) },
  ];
}

async function call(port: number, token: string | undefined): Promise<{ status: number; body: string }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const answer = await request(`http://127.0.0.1:${port}${measuredPath}`, { headers });
  return { status: answer.statusCode, body: await answer.body.text() };
}
