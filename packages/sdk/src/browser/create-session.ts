import { canBeSentAgain } from '../calls/can-be-sent-again.ts';
import { BrowserSession } from './browser-session.ts';
import type { SessionOptions, SessionState, SignInWith } from './session-options.ts';

/** A person’s session in a page of your own, the same in all tabs of the page's origin. */
export interface Session {
  readonly state: SessionState;
  /** Rejects with `SessionRefused`; its `code` says whether a second factor or another password is wanted. */
  login(given: SignInWith): Promise<void>;
  /** Finds the session that this browser has, after a reload; false where it has none. */
  restore(): Promise<boolean>;
  /** An access token that is good for half a minute at least; `undefined` where nobody is signed in. */
  token(): Promise<string | undefined>;
  /** `fetch` with the token, for the origins in `apis` alone; a 401 leads to one more try with a new token, but where it asks for a sign-in. */
  fetch(target: string | URL, init?: RequestInit): Promise<Response>;
  /** Ends the session in every tab, at Signet and at every gateway. Rejects where Signet could not be told. */
  logout(): Promise<void>;
  /** Hears of sign-in and log-out, in whichever tab. @returns what ends it */
  listen(listener: (state: SessionState) => void): () => void;
  /** Lets go of what this page has. The session goes on. */
  close(): void;
}

/** @throws TypeError for addresses that are none */
export function createSession(options: SessionOptions): Session {
  const session = new BrowserSession(options);
  const apis = new Set((options.apis ?? []).map((api) => new URL(api).origin));
  const send = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  return {
    get state() {
      return session.state;
    },
    login: (given) => session.login(given),
    restore: () => session.restore(),
    token: () => session.token(),
    async fetch(target, init = {}) {
      const url = new URL(target, pageAddress());
      if (!apis.has(url.origin)) throw new TypeError(`${url.origin} is not among apis: it gets no token`);
      const token = await session.token();
      const response = await send(url, withToken(init, token));
      if (response.status !== 401 || token === undefined || !canBeSentAgain(init)) return response;
      if (wantsSignIn(response)) return response;
      const next = await session.replace(token);
      if (next === undefined) return response;
      await response.body?.cancel();
      return send(url, withToken(init, next));
    },
    logout: () => session.logout(),
    listen: (listener) => session.listen(listener),
    close: () => session.close(),
  };
}

/** Whether a person has to sign in anew (RFC 9470 §3), which a refresh is not. */
function wantsSignIn({ headers }: Response): boolean {
  return /\berror="insufficient_user_authentication"/.test(headers.get('www-authenticate') ?? '');
}

function pageAddress(): string | undefined {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  return location?.href;
}

/** Without a token nothing is added: what the API answers then is what a page of nobody gets. */
function withToken(init: RequestInit, token: string | undefined): RequestInit {
  if (token === undefined) return init;
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { redirect: 'error', ...init, headers };
}
