import {
  type LogoutAnswer,
  logoutAnswerSchema,
  type TokenAnswer,
  tokenAnswerSchema,
} from '@signet/contracts';

/** A signed-in user as a program sees it: the answer, and the refresh cookie as `name=value`. */
export interface SignedIn extends TokenAnswer {
  readonly cookie: string;
}

export async function signIn(
  web: string,
  username: string,
  password: string,
  more: object = {},
): Promise<SignedIn> {
  return signedIn(await post(`${web}/auth/login`, {}, { username, password, ...more }));
}

export async function refresh(web: string, cookie: string): Promise<SignedIn> {
  return signedIn(await post(`${web}/auth/refresh`, { cookie }));
}

export async function signOut(web: string, cookie: string): Promise<LogoutAnswer> {
  const response = await post(`${web}/auth/logout`, { cookie });
  return logoutAnswerSchema.parse(await response.json());
}

export function bearer(token: string): { readonly headers: { readonly authorization: string } } {
  return { headers: { authorization: `Bearer ${token}` } };
}

async function post(url: string, headers: Record<string, string>, body?: object): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

async function signedIn(response: Response): Promise<SignedIn> {
  const [cookie = ''] = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  return { ...tokenAnswerSchema.parse(await response.json()), cookie };
}
