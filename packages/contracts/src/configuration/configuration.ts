import type { SignatureAlgorithm } from '@signet/token';

/**
 * The configuration as the program uses it: parsed, with defaults applied, frozen. Durations are milliseconds,
 * sizes are bytes. `schema/` is what a person may write; the two are kept equal by the type checker.
 */
export interface Configuration {
  readonly version: 1;
  readonly identity: IdentityConfiguration;
  readonly gateway: GatewayConfiguration;
  readonly issuers: Readonly<Record<string, IssuerConfiguration>>;
  readonly services: Readonly<Record<string, ServiceConfiguration>>;
  readonly upstreams: Readonly<Record<string, UpstreamConfiguration>>;
  readonly routes: readonly RouteConfiguration[];
  /** Present only in the document that the first start writes: runs the echo upstream in this process. */
  readonly demo?: { readonly echoPort: number };
}

export interface IdentityConfiguration {
  /** Audiences (`aud`) for which sign-in issues tokens; the first is the default. Empty: it issues none. */
  readonly audiences: readonly string[];
  readonly accessTokenLifetime: number;
  /** How long a refresh token can wait for its one use. */
  readonly refreshTokenLifetime: number;
  /** After this a session ends, however often it was refreshed. */
  readonly sessionLifetime: number;
  /** A refresh token presented again within this time gets the same successor (two tabs racing); later ends the family. */
  readonly refreshGrace: number;
}

export interface GatewayConfiguration {
  readonly clockSkew: number;
  readonly maxTokenBytes: number;
  /** JSON values in a token's claims, and as many in its header. */
  readonly maxTokenValues: number;
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
  /** How long a client may take to send its whole request. */
  readonly requestTimeout: number;
  /** Without news from the revocation feed for this long, routes that need a token answer 503. */
  readonly revocationStaleness: number;
  readonly maxConcurrentRequests: number;
  /** Lasting answers, counted apart from other requests. */
  readonly maxConcurrentStreams: number;
  /** What one client address may hold of either, between 0 and 1. */
  readonly maxAddressShare: number;
  /** An answer that has gone on for so long counts as a stream. */
  readonly streamAfter: number;
  /** How many decisions a second are kept for `signet explain`; the rest are only counted. */
  readonly records: { readonly refusalsPerSecond: number; readonly successesPerSecond: number };
}

export type IssuerConfiguration = SelfIssuer | RemoteIssuer;

/** Signet's own identity provider, learnt like any other through its discovery document. */
export interface SelfIssuer {
  readonly kind: 'self';
}

export interface RemoteIssuer {
  readonly kind: 'remote';
  /** Exactly what the token's `iss` must say. */
  readonly issuer: string;
  /** The address of the issuer's discovery document itself (`…/.well-known/openid-configuration`), or of its JWKS. */
  readonly keys: { readonly from: 'discovery' | 'jwks'; readonly url: string };
  /** Only these, and only with a key made for them. Asymmetric only: a JWKS cannot carry a shared secret. */
  readonly algorithms: readonly SignatureAlgorithm[];
  /** Audience for routes that name none of their own. */
  readonly audience?: string;
  /** Required `typ`, such as `at+jwt`; absent accepts any type but refuses those known to be no access token. */
  readonly type?: string;
  /** Allows `http:` beyond loopback for `keys.url`. */
  readonly dangerouslyAllowInsecureKeys: boolean;
}

export interface ServiceConfiguration {
  readonly title: string;
  readonly description?: string;
}

export interface UpstreamConfiguration {
  /** At least one; the path of a target's URL, which never ends in a slash, is put before the request's path. */
  readonly targets: readonly { readonly url: string; readonly weight: number }[];
  readonly balance: 'round-robin' | 'least-loaded';
  readonly connectTimeout: number;
  /** From the whole request sent to the first byte of the answer, and between two pieces of it. */
  readonly timeout: number;
  /** To each target, from each gateway process; those that carry streams are not counted. */
  readonly maxConnections: number;
  /** How long a request waits for one of them to come free. */
  readonly waitTimeout: number;
}

export type RouteConfiguration = PublicRoute | ProtectedRoute;

interface RouteBasics {
  readonly id: string;
  /** Name in `services`. */
  readonly service?: string;
  readonly match: {
    /** Upper case; at least one. */
    readonly methods: readonly string[];
    /** A path with `{name}` parameters and, at the end, `{name*}` for the rest. Canonical. */
    readonly path: string;
    /** Host names; absent means any. */
    readonly hosts?: readonly string[];
  };
  /** Name in `upstreams`. */
  readonly upstream: string;
  /** Taken from the front of the path before forwarding. */
  readonly stripPrefix?: string;
  readonly limit: readonly LimitConfiguration[];
  /** Headers (lower case) that clients may send to this upstream although they tell who calls. */
  readonly dangerouslyAllowIdentityHeaders?: readonly string[];
}

/** Open to everyone: said out loud in the file as `public: true`. */
export interface PublicRoute extends RouteBasics {
  readonly kind: 'public';
}

export interface ProtectedRoute extends RouteBasics {
  readonly kind: 'protected';
  readonly auth: {
    /** Names in `issuers`; a token of any of them will do. */
    readonly issuers: readonly string[];
    /** The token's `aud` must contain one of these. */
    readonly audience: readonly string[];
    /** All of them. */
    readonly scopes: readonly string[];
    /** At least one of them, if any is named. */
    readonly roles: readonly string[];
  };
  readonly context: {
    /** Header name (lower case) to claim path: `x-user-id: claims.sub`. */
    readonly headers: Readonly<Record<string, ClaimPath>>;
  };
}

/** `claims.sub`, or deeper: `claims.address.country`. Held as its members without the leading `claims`. */
export type ClaimPath = readonly string[];

export interface LimitConfiguration {
  /** How many in `per` milliseconds. */
  readonly count: number;
  readonly per: number;
  /** Whose budget it is: everyone together, each client address, or each value of a claim. */
  readonly by:
    | { readonly kind: 'route' }
    | { readonly kind: 'address' }
    | { readonly kind: 'claim'; readonly claim: ClaimPath };
}
