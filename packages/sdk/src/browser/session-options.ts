/** An access token as this page holds it. It is as good as a password while it lives. */
export interface HeldToken {
  readonly accessToken: string;
  readonly sessionId: string;
  readonly scope: string;
  /** Proves in `X-CSRF-Token` that a page can read what Signet answers. */
  readonly csrfToken: string;
  /** Milliseconds since the epoch by the clock of this browser. */
  readonly expiresAt: number;
}

/**
 * Where a token outlives its page. None by default: after a reload the cookie, which no script reads, brings another one.
 * What is written where scripts can read it is there for every script that ever gets into the page.
 */
export interface TokenStorage {
  read(): HeldToken | undefined | Promise<HeldToken | undefined>;
  /** `undefined` when nobody is signed in any more. */
  write(token: HeldToken | undefined): void | Promise<void>;
}

export interface SessionOptions {
  /** The origin of the Signet, such as `https://login.example.com`. */
  readonly issuer: string;
  /** Origins of APIs that `session.fetch` may send the token to, and to no others. */
  readonly apis?: readonly string[];
  readonly storage?: TokenStorage;
  /** Milliseconds until a request to Signet is given up; default 20 000. */
  readonly deadline?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly fetch?: (url: URL, init: RequestInit) => Promise<Response>;
}

/** What a page signs in with. */
export interface SignInWith {
  readonly username: string;
  readonly password: string;
  /** For which API the token is; the first of `identity.audiences` unless said otherwise. */
  readonly audience?: string;
  /** Replaces a one-time password. */
  readonly newPassword?: string;
  /** Of the second factor. */
  readonly code?: string;
}

/** What a page hears when it changes whether somebody is signed in, here or in another tab. */
export type SessionState = { readonly signedIn: boolean; readonly sessionId?: string };
