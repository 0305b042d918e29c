/**
 * The session of a person in a page of your own, by the session API of `/auth`: the access token in memory, the refresh
 * token in a cookie that no script reads, one refresh for all tabs.
 *
 * @example
 * ```ts
 * import { createSession, SessionRefused } from '@signet/sdk/browser';
 *
 * const problem = { code: 'credentials_invalid', detail: 'The name or the password is wrong.' };
 * const session = createSession({
 *   issuer: 'https://login.example.com',
 *   apis: ['https://api.example.com'],
 *   fetch: async () => new Response(JSON.stringify(problem), { status: 401 }),
 * });
 * const refused = await session.login({ username: 'ada', password: 'wrong' }).catch((error) => error);
 * refused instanceof SessionRefused && refused.code; // → 'credentials_invalid'
 * session.state; // → { signedIn: false }
 * session.close();
 * ```
 */

export { AnswerNotUnderstood } from '../client/answer-not-understood.ts';
export { createSession, type Session } from './create-session.ts';
export type { HeldToken, SessionOptions, SessionState, SignInWith, TokenStorage } from './session-options.ts';
export { SessionRefused } from './session-refused.ts';
