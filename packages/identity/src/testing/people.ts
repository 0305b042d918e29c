import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Identity } from '../create-identity.ts';
import type { Mail } from '../ports/index.ts';
import { signIn } from './calls.ts';
import { password } from './identity-under-test.ts';

export const adasAddress = 'Ada@example.org';

/** `ada` with a permanent password and a verified address. */
export async function addAdaWithAddress(identity: Identity): Promise<void> {
  const address = { email: adasAddress, emailVerified: true };
  await identity.accounts.add({ username: 'ada', password, ...address, roles: [], scopes: [] });
}

export interface Posting {
  readonly headers?: Record<string, string>;
  readonly remoteAddress?: string;
}

export function post(
  app: FastifyInstance,
  url: string,
  payload: object,
  { headers = {}, remoteAddress = '127.0.0.1' }: Posting = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'POST', url, payload, headers, remoteAddress });
}

/** `Authorization` of a new session of `ada`. */
export async function bearerOfAda(app: FastifyInstance, body: object = {}): Promise<Record<string, string>> {
  const { accessToken } = await signIn(app, body);
  return { authorization: `Bearer ${accessToken}` };
}

/** What stands behind the `#` of the link in a mail. */
export function tokenIn(mail: Mail | undefined): string {
  return /#([\w-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? 'no link';
}
