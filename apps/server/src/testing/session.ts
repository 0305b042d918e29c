import type { LoginRequest, LogoutAnswer, TokenAnswer } from '@signet/contracts';
import { createClient, RefreshCookie } from '@signet/sdk/client';

/** A signed-in user as a program sees it: the answer, and the refresh cookie as `name=value`. */
export interface SignedIn extends TokenAnswer {
  readonly cookie: string;
}

export async function signIn(
  web: string,
  username: string,
  password: string,
  more: Omit<LoginRequest, 'username' | 'password'> = {},
): Promise<SignedIn> {
  const { client, cookie } = clientOf(web);
  const answer = await client.login({ username, password, ...more });
  return { ...answer, cookie: cookie.pair ?? '' };
}

export async function refresh(web: string, held: string): Promise<SignedIn> {
  const { client, cookie } = clientOf(web, held);
  const answer = await client.refresh({});
  return { ...answer, cookie: cookie.pair ?? '' };
}

export async function signOut(web: string, held: string): Promise<LogoutAnswer> {
  return clientOf(web, held).client.logout();
}

export function bearer(token: string): { readonly headers: { readonly authorization: string } } {
  return { headers: { authorization: `Bearer ${token}` } };
}

function clientOf(issuer: string, held?: string) {
  const cookie = new RefreshCookie(held);
  return { client: createClient({ issuer, fetch, cookie }), cookie };
}
