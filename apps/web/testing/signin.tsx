import { newId, type SignetRefusal, type TokenAnswer, toProblem } from '@signet/contracts';
import { SigninApp } from '../src/app/signin/signin-app.tsx';
import type { Site } from '../src/features/signin/model/site.ts';
import { type Look, render } from './render.tsx';

/** What a server that a test plays is asked, and with what. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | null;
  readonly csrfToken: string | null;
  readonly credentials: RequestCredentials;
}

/** Answers one request; undefined breaks the connection off. */
export type Play = (asked: Asked) => Response | undefined;

export interface HostedScreen {
  readonly asked: readonly Asked[];
  /** Where the screen went on to. */
  readonly left: readonly string[];
}

const origin = 'https://login.example';

/** Opens a hosted screen at an address, before a server that the test plays. What any screen asks is not among what is asked. */
export async function openHosted(
  path: string,
  play: Play,
  look?: Look,
  options: {
    readonly registration: boolean;
    readonly emailSignIn?: true;
    readonly passkeys?: true;
    readonly providers?: readonly object[];
    readonly ownProviders?: readonly object[];
    readonly inOrganizations?: true;
    readonly letAppsIn?: true;
  } = { registration: false },
  brand: object = {},
): Promise<HostedScreen> {
  const asked: Asked[] = [];
  const left: string[] = [];
  history.replaceState(null, '', path);
  const site: Site = {
    origin,
    go: (address) => void left.push(address),
    fetch: async (target, init) => {
      // Asked beside all else, whenever somebody signs in.
      if (new URL(String(target)).pathname === '/auth/options')
        return Response.json({
          registration: options.registration,
          emailSignIn: options.emailSignIn ?? false,
          providers: options.providers ?? [],
        });
      // Asked beside all else, on the own page.
      const { ownProviders } = options;
      if (new URL(String(target)).pathname === '/auth/account/providers')
        return Response.json({ providers: ownProviders ?? [] });
      const isOrganizations = new URL(String(target)).pathname === '/auth/organizations';
      const isApps = new URL(String(target)).pathname === '/auth/consents';
      if (isApps && options.letAppsIn !== true) return Response.json({ apps: [] });
      if (isOrganizations && options.inOrganizations !== true) return Response.json({ organizations: [] });
      // Offered in the name field, from the start.
      const isOffer = new URL(String(target)).pathname === '/auth/login/passkey/challenge';
      if (isOffer && options.passkeys !== true) throw new TypeError('Failed to fetch');
      const one = toAsked(new URL(String(target)), init);
      if (one.path === '/brand') return answer(brand);
      asked.push(one);
      const played = play(one);
      if (played === undefined) throw new TypeError('Failed to fetch');
      return played;
    },
  };
  await render(<SigninApp site={site} />, look);
  return { asked, left };
}

function toAsked({ pathname }: URL, init: RequestInit = {}): Asked {
  const { method = 'GET', body, credentials = 'same-origin' } = init;
  return {
    method,
    path: pathname,
    body: typeof body === 'string' ? JSON.parse(body) : undefined,
    authorization: new Headers(init.headers).get('authorization'),
    csrfToken: new Headers(init.headers).get('x-csrf-token'),
    credentials,
  };
}

export function answer(body: object): Response {
  return Response.json(body);
}

/** As the server refuses. */
export function refuse(refused: SignetRefusal): Response {
  const problem = toProblem(refused, { reference: newId('reference'), issuer: origin });
  return Response.json(problem, { status: problem.status });
}

export const signedIn: TokenAnswer = {
  accessToken: 'of-ada',
  tokenType: 'Bearer',
  expiresIn: 900,
  expiresAt: '2026-11-29T12:15:00.000Z',
  sessionId: newId('session'),
  scope: '',
  csrfToken: 'c'.repeat(43),
};

/** What an app waits for. */
export function interaction(changed: object = {}): object {
  const client = { id: 'orders', name: 'Orders', firstParty: true };
  return { uid: 'u1', prompt: 'login', client, scopes: ['openid', 'orders:read'], ...changed };
}
