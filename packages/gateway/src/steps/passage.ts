import type { CanonicalPath } from '@signet/contracts';
import type { PageRequest, TrustedToken } from '@signet/trust/bearer';
import type { ProvenMachine } from '../machines/known-machines.ts';
import type { ShownPassword } from '../machines/shown-password.ts';
import type { GuardedRoute, OpenRoute } from '../snapshot/compiled-route.ts';

/*
 * What each step hands to the next. The brands exist for the type checker alone: only the step of that name makes
 * the value, so `authorize` cannot be given a token that `check-revocation` has not passed.
 */
declare const matched: unique symbol;
declare const nobodys: unique symbol;
declare const presented: unique symbol;
declare const presentedKey: unique symbol;
declare const presentedPassword: unique symbol;
declare const verified: unique symbol;
declare const active: unique symbol;
declare const authorized: unique symbol;
declare const admitted: unique symbol;

interface Place {
  /** Canonical; without the query. */
  readonly path: CanonicalPath;
}

/** The request has a route. */
export type Matched = MatchedOpen | MatchedGuarded;
export type MatchedOpen = Place & { readonly route: OpenRoute; readonly [matched]: true };
export type MatchedGuarded = Place & { readonly route: GuardedRoute; readonly [matched]: true };

/** It brought no token, nor anything like one, to a route that takes such requests as well. */
export type Nobodys = Place & { readonly route: GuardedRoute; readonly [nobodys]: true };

/** It brought exactly one token, in its place. Nothing in the token is to be believed yet. */
export type Presented = Place & {
  readonly route: GuardedRoute;
  readonly compact: string;
  /** Where the token came in a cookie: what is asked of the page that sent it. */
  readonly page: PageRequest | undefined;
  /** Where the token came by the scheme `DPoP`: what is to prove that its sender has the key it is bound to. */
  readonly proof: string | undefined;
  readonly [presented]: true;
};

/** It brought exactly one API key, in its place. Nobody knows yet whether there is such a key. */
export type PresentedKey = Place & {
  readonly route: GuardedRoute;
  /** What it is found by; the key itself goes no further. */
  readonly keyHash: string;
  readonly [presentedKey]: true;
};

/** It brought exactly one name with a password, in its place. Nobody knows yet whether it is the right one. */
export type PresentedPassword = Place & {
  readonly route: GuardedRoute;
  readonly shown: ShownPassword;
  readonly [presentedPassword]: true;
};

/**
 * The token was signed by an issuer of the route, for the route, and is valid at this time; or there is such an API key, or such a
 * machine with that password.
 */
export type Verified = Place & {
  readonly route: GuardedRoute;
  /** Of a key or a machine: what it says, as a token would. */
  readonly token: TrustedToken;
  /** Present where it is a key. */
  readonly keyHash?: string;
  /** Present where it is a machine. */
  readonly machine?: ProvenMachine;
  readonly [verified]: true;
};

/** And nobody has revoked it. */
export type Active = Verified & { readonly [active]: true };

/** And it carries what the route asks for. */
export type Authorized = Active & { readonly [authorized]: true };

/** There is room for the request in every budget. */
export type Admitted = (Authorized | Nobodys | MatchedOpen) & { readonly [admitted]: true };
