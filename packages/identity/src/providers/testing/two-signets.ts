import type { ProviderConfiguration } from '@signet/contracts';
import type { AskServer } from '@signet/trust';
import type { LightMyRequestResponse } from 'fastify';
import { hashClientSecret } from '../../clients/client-secret.ts';
import {
  type AppUnderTest,
  appUnderTest,
  Browser,
  clients,
  locationOf,
  signInAt,
  uidOf,
} from '../../oidc/testing/app-under-test.ts';
import {
  audience,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  secretOfReferences,
} from '../../testing/identity-under-test.ts';

export const otherIssuer = 'http://127.0.0.1:9999';
export const adasAddress = 'ada@example.org';

/** As `identity.providers` has it. */
export const other: ProviderConfiguration = {
  name: 'The other',
  issuer: otherIssuer,
  clientId: 'here',
  clientSecret: { kind: 'env', name: 'OTHER_SECRET' },
  scopes: ['openid', 'profile', 'email'],
  trustEmail: true,
  register: false,
};

export interface TwoSignets {
  readonly here: AppUnderTest;
  /** The provider: a Signet of its own, at which `ada` has a verified address. */
  readonly there: IdentityUnderTest;
  /** The person's browser at the provider. */
  readonly browserThere: Browser;
  close(): Promise<void>;
}

/** One Signet that signs people in by another. */
export async function twoSignets(): Promise<TwoSignets> {
  const there = await identityUnderTest({ issuer: otherIssuer });
  there.declare({
    here: {
      ...clients['shop'],
      name: 'Here',
      type: 'confidential',
      firstParty: true,
      grants: ['authorization_code'],
      postLogoutRedirectUris: [],
      origins: [],
      scopes: [],
      audiences: [audience],
      redirectUris: [`${issuer}/auth/providers/other/callback`],
      secretHashes: [hashClientSecret(secretOfReferences)],
    },
  });
  const ada = { username: 'ada', password: 'otter lamp gravel', roles: [], scopes: [] };
  await there.identity.accounts.add({ ...ada, email: adasAddress, emailVerified: true });
  const here = await appUnderTest({ askServer: askBy(there) });
  here.configure({ providers: { other } });
  return {
    here,
    there,
    browserThere: new Browser(there.app),
    async close() {
      await Promise.all([here.app.close(), there.app.close()]);
    },
  };
}

/** Over no network. */
function askBy({ app }: IdentityUnderTest): AskServer {
  return async (url, { method, headers, body }) => {
    if (new URL(url).origin !== otherIssuer)
      throw new Error(`${url} is asked, which is not of the provider.`);
    const payload = body === undefined ? {} : { payload: body };
    const answer = await app.inject({ method, url: url.slice(otherIssuer.length), headers, ...payload });
    return new Response(answer.body, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type']) },
    });
  };
}

/** The page of here: begins, and answers where the browser is sent. */
export async function begin(browser: Browser, body: object = {}): Promise<URL> {
  const begun = await browser.send('POST', '/auth/providers/other/begin', { payload: body });
  if (begun.statusCode !== 200) throw new Error(`Beginning was refused: ${begun.body}`);
  return new URL(begun.json<{ redirectTo: string }>().redirectTo);
}

/** The person signs in there, if asked; answers the path and query by which the browser comes back. */
export async function signInThere({ browserThere }: TwoSignets, target: URL): Promise<string> {
  const started = await browserThere.send('GET', target.pathname + target.search);
  const back = uidOf(started) === '' ? started : await signInAt(browserThere, started);
  const { pathname, search } = locationOf(back);
  return pathname + search;
}

export function finish(browser: Browser, body: object = {}): Promise<LightMyRequestResponse> {
  return browser.send('POST', '/auth/providers/finish', { payload: body });
}

/** All of it. Answers what finishing answered. */
export async function signInByOther(
  two: TwoSignets,
  { browser = two.here.browser, body = {} }: { readonly browser?: Browser; readonly body?: object } = {},
): Promise<LightMyRequestResponse> {
  await browser.send('GET', await signInThere(two, await begin(browser)));
  return finish(browser, body);
}
