import type { ClientCertificate } from './client-certificate.ts';

/** The ways to a token that exist (the `grant_type` of RFC 6749). */
export const clientGrants = [
  'authorization_code',
  'refresh_token',
  'client_credentials',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:token-exchange',
] as const;

export type ClientGrant = (typeof clientGrants)[number];

export const clientTypes = ['confidential', 'public'] as const;

/** RFC 6749 §2.1: whether it can keep a secret. */
export type ClientType = (typeof clientTypes)[number];

/** An app or a service that gets tokens of its own, as a person declares it: in `signet.yaml`, or through the admin API. */
export interface Client {
  /** The name people see. */
  readonly name: string;
  readonly type: ClientType;
  readonly grants: readonly ClientGrant[];
  /** Where answers of a sign-in may go: compared character by character (RFC 9700 §2.1). */
  readonly redirectUris: readonly string[];
  /** Where a browser may go once its person has logged out: compared likewise. */
  readonly postLogoutRedirectUris: readonly string[];
  /** Origins of its pages in browsers. */
  readonly origins: readonly string[];
  /** All that it may ask for; a request only narrows. */
  readonly scopes: readonly string[];
  /** The APIs that its tokens may be for; the first where a request names none. */
  readonly audiences: readonly string[];
  /** What it may do at the APIs, in tokens of its own. */
  readonly roles?: readonly string[] | undefined;
  /** Belongs to whoever runs this Signet, so that nobody needs to be asked for consent. */
  readonly firstParty: boolean;
  /** Where it publishes the keys by which it proves itself, in place of a secret (RFC 7523). */
  readonly jwksUri?: string | undefined;
  /** Those keys themselves, each as PEM or as the text of a JWK. */
  readonly publicKeys?: readonly string[] | undefined;
  /** The APIs that it is: tokens for these it may exchange for one of its own `audiences` (RFC 8693). */
  readonly exchangeFrom?: readonly string[] | undefined;
  /** Gets tokens that are bound to a key, and no others (RFC 9449). */
  readonly dpop?: boolean | undefined;
  /** Proves itself by this certificate, and in no other way (RFC 8705 §2). */
  readonly certificate?: ClientCertificate | undefined;
  /** Gets tokens that are bound to the certificate which it shows, and no others (RFC 8705 §3). */
  readonly certificateBound?: boolean | undefined;
  /** Where it is told that a session of its person has ended (OpenID Connect Back-Channel Logout 1.0). */
  readonly backchannelLogoutUri?: string | undefined;
  /** Begins a sign-in with a request that it pushed ahead, and in no other way (RFC 9126). */
  readonly pushedRequests?: boolean | undefined;
  /** Whether a sign-in to it is in the name of one organisation of the person; `none` if left out. */
  readonly organizations?: (typeof organizationUses)[number] | undefined;
  /** The organisation that it belongs to, by name or id: it gets tokens of that, and of no other. */
  readonly organization?: string | undefined;
  /** Where its pages, on its `origins`, have the access tokens of the session API; `page` if left out. */
  readonly browserTokens?: (typeof browserTokens)[number] | undefined;
  /** Is an app on a device, which the session API gives its refresh token in the body. */
  readonly native?: boolean | undefined;
}

/** `optional`: of one where the app names it. `required`: of one always, which the person chooses where the app names none. */
export const organizationUses = ['none', 'optional', 'required'] as const;

/** Where the access tokens of pages are: in the page, or in a cookie that it cannot read. */
export const browserTokens = ['page', 'cookie'] as const;

/** Whether it proves itself by a key of its own, with or without certificate, and so has no secret. */
export function hasKeys({
  jwksUri,
  publicKeys,
  certificate,
}: Pick<Client, 'jwksUri' | 'publicKeys' | 'certificate'>): boolean {
  return (
    jwksUri !== undefined || certificate !== undefined || (publicKeys !== undefined && publicKeys.length > 0)
  );
}

/** The `client_id` of tokens that sign-in itself issues (RFC 9068 §2.2 requires one); no declared client may have it. */
export const builtInClient = 'signet';
