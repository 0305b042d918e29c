import { createHash } from 'node:crypto';
import type { ClientsConfiguration } from '@signet/contracts';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { hashClientSecret } from '../../clients/client-secret.ts';
import {
  addAda,
  audience,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
} from '../../testing/identity-under-test.ts';

export const shopSecret = 'a-secret-of-the-shop-in-this-test';
export const callback = 'https://shop.example/signed-in';
export const nativeCallback = 'http://127.0.0.1/signed-in';

const app = {
  scopes: ['demo:read', 'demo:write'],
  audiences: [audience],
  grants: ['authorization_code', 'refresh_token'],
  origins: [],
  postLogoutRedirectUris: ['https://shop.example/goodbye'],
  firstParty: true,
  secretHashes: [],
} as const;

export const clients: ClientsConfiguration = {
  shop: {
    ...app,
    name: 'The shop',
    type: 'confidential',
    redirectUris: [callback],
    secretHashes: [hashClientSecret(shopSecret)],
  },
  phone: {
    ...app,
    name: 'The phone',
    type: 'public',
    redirectUris: [nativeCallback, 'com.example.phone:/in'],
  },
  stranger: {
    ...app,
    name: 'An app of strangers',
    type: 'public',
    firstParty: false,
    redirectUris: ['https://stranger.example/in'],
  },
};

/** What an app keeps between sending the person away and getting the answer. */
export const verifier = 'a-verifier-that-is-at-least-forty-three-characters-long';
export const challenge: string = createHash('sha256').update(verifier).digest('base64url');

export interface AppUnderTest extends IdentityUnderTest {
  readonly browser: Browser;
}

/** An identity provider with these apps and the account `ada`, and one browser. */
export async function appUnderTest(
  options: Parameters<typeof identityUnderTest>[0] = {},
): Promise<AppUnderTest> {
  const test = await identityUnderTest(options);
  test.declare(clients);
  await addAda(test.identity);
  return { ...test, browser: new Browser(test.app) };
}

/** Keeps cookies by name and path, as far as one site's browser does. */
export class Browser {
  readonly #app: FastifyInstance;
  readonly #cookies = new Map<string, { readonly pair: string; readonly path: string }>();

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  async send(
    method: 'GET' | 'POST',
    url: string,
    more: { readonly payload?: object | string; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<LightMyRequestResponse> {
    const path = new URL(url, issuer).pathname;
    const cookie = [...this.#cookies.values()]
      .filter((each) => covers(each.path, path))
      .map(({ pair }) => pair);
    const headers = { ...(cookie.length > 0 ? { cookie: cookie.join('; ') } : {}), ...more.headers };
    const { payload } = more;
    const response = await this.#app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    for (const line of [response.headers['set-cookie'] ?? []].flat()) this.#keep(line);
    return response;
  }

  /** The cookies whose name ends so. */
  held(name: string): readonly string[] {
    return [...this.#cookies.values()]
      .map(({ pair }) => pair)
      .filter((pair) => pair.split('=')[0]?.endsWith(name));
  }

  /** Forgets all but what another browser could have given it. */
  drop(name: string): void {
    for (const [key, { pair }] of this.#cookies)
      if (pair.split('=')[0]?.endsWith(name)) this.#cookies.delete(key);
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/; */);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    const key = `${pair.split('=')[0]} ${path}`;
    const over = attributes.some((each) => /^max-age=0$|^expires=thu, 01 jan 1970/i.test(each));
    if (over) this.#cookies.delete(key);
    else this.#cookies.set(key, { pair, path });
  }
}

function covers(path: string, asked: string): boolean {
  return path === '/' || asked === path || asked.startsWith(`${path}/`);
}

export interface AuthorizeRequest {
  readonly [parameter: string]: string | undefined;
}

export function authorizeUrl(changed: AuthorizeRequest = {}): string {
  const parameters = {
    client_id: 'shop',
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid profile demo:read',
    state: 'the state of the app',
    nonce: 'the nonce of the app',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changed,
  };
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/oauth/authorize?${new URLSearchParams(given)}`;
}

/** Where a redirect leads, with what it carries. */
export function locationOf(response: LightMyRequestResponse): URL {
  return new URL(String(response.headers.location), issuer);
}

export function uidOf(response: LightMyRequestResponse): string {
  const [, uid = ''] = /^\/signin\/([^/]+)$/.exec(locationOf(response).pathname) ?? [];
  return uid;
}

/** The page: signs in by `/auth/login` and lets the app go on. Answers the redirect back to the app. */
export async function signInAt(
  browser: Browser,
  started: LightMyRequestResponse,
  credentials: { readonly username?: string; readonly password?: string } = {},
): Promise<LightMyRequestResponse> {
  const payload = { username: 'ada', password: 'otter lamp gravel', ...credentials };
  const login = await browser.send('POST', '/auth/login', { payload });
  const { accessToken } = login.json<{ accessToken: string }>();
  return answerAt(browser, uidOf(started), accessToken);
}

export async function answerAt(
  browser: Browser,
  uid: string,
  accessToken?: string,
): Promise<LightMyRequestResponse> {
  const answered = await browser.send('POST', `/auth/interactions/${uid}`, {
    payload: { answer: 'continue' },
    headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
  });
  if (answered.statusCode !== 200) return answered;
  const { redirectTo } = answered.json<{ redirectTo: string }>();
  return browser.send('GET', new URL(redirectTo).pathname);
}

export interface TokenAnswerOfApp {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly scope: string;
}

const basic = `Basic ${Buffer.from(`shop:${shopSecret}`).toString('base64')}`;

/** As the shop unless other headers are given. */
export function askForTokens(
  app: FastifyInstance,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { authorization: basic },
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

export function codeForm(
  code: string,
  changed: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callback,
    code_verifier: verifier,
    ...changed,
  };
}

/** Sends ada there, who signs in if she is asked. */
export async function newCode(browser: Browser, changed: AuthorizeRequest = {}): Promise<string> {
  const started = await browser.send('GET', authorizeUrl(changed));
  const back = uidOf(started) === '' ? started : await signInAt(browser, started);
  return locationOf(back).searchParams.get('code') ?? '';
}

/** Signs ada in to the shop, and exchanges the code. */
export async function signedInToShop(test: AppUnderTest): Promise<TokenAnswerOfApp> {
  const answer = await askForTokens(test.app, codeForm(await newCode(test.browser)));
  if (answer.statusCode !== 200) throw new Error(`The code was refused: ${answer.body}`);
  return answer.json();
}

export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}
