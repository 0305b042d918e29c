import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { password } from './identity-under-test.ts';

export interface SignedInCaller {
  readonly accessToken: string;
  readonly sessionId: string;
  /** The value of a `Cookie` header. */
  readonly cookie: string;
}

export function postLogin(
  app: FastifyInstance,
  body: object = {},
  headers: Record<string, string> = {},
  remoteAddress = '127.0.0.1',
): Promise<LightMyRequestResponse> {
  const payload = { username: 'ada', password, ...body };
  return app.inject({ method: 'POST', url: '/auth/login', payload, headers, remoteAddress });
}

export async function signIn(app: FastifyInstance, body: object = {}): Promise<SignedInCaller> {
  const response = await postLogin(app, body);
  if (response.statusCode !== 200) throw new Error(`Sign-in answered ${response.statusCode}.`);
  const { accessToken, sessionId } = response.json<{ accessToken: string; sessionId: string }>();
  return { accessToken, sessionId, cookie: cookieOf(response) };
}

export function postRefresh(app: FastifyInstance, cookie?: string): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'POST', url: '/auth/refresh', headers: cookie ? { cookie } : {} });
}

export function postLogout(
  app: FastifyInstance,
  headers: Record<string, string>,
): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'POST', url: '/auth/logout', headers });
}

/** What a browser would send back of the cookie an answer sets. */
export function cookieOf(response: LightMyRequestResponse): string {
  return cookiesOf(response)[0] ?? '';
}

/** Each cookie that an answer sets, as `name=value`. */
export function cookiesOf(response: LightMyRequestResponse): readonly string[] {
  return [response.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0] ?? '');
}

export function codeOf(response: LightMyRequestResponse): string {
  return response.json<{ code: string }>().code;
}
