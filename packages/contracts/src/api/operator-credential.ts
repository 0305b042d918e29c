/**
 * The operator credential lets whoever holds the master key (that is: whoever can read the data folder) call
 * the admin API from the command line. Nothing is stored for it: client and server derive the same key, and
 * the credential is a JWT that lives for a minute, is taken once, and is good for one request only.
 */
export const operatorCredential: {
  readonly type: 'signet-operator+jwt';
  readonly algorithm: 'HS256';
  readonly issuer: 'signet-cli';
  /** Counted up when what a credential must say changes; a server takes this one and no other. */
  readonly version: 2;
  /** Milliseconds. */
  readonly lifetime: number;
} = Object.freeze({
  type: 'signet-operator+jwt',
  algorithm: 'HS256',
  issuer: 'signet-cli',
  version: 2,
  lifetime: 60_000,
});

/** The one request that a credential is made for. */
export interface OperatorRequest {
  readonly method: string;
  /** The request target as it is sent: path and query (RFC 9112 §3.2.1). */
  readonly target: string;
  /** Exactly what is sent; empty where there is no body. */
  readonly body: string;
}

/**
 * Times in seconds since the epoch (RFC 7519 §2). `iat` is exact to the millisecond, so that a server can tell a
 * credential made before it started, whose use it may not remember.
 */
export interface OperatorClaims {
  readonly iss: typeof operatorCredential.issuer;
  readonly aud: string;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
  readonly ver: typeof operatorCredential.version;
  /** The method, under the name it has in RFC 9449 §4.2. */
  readonly htm: string;
  /** `OperatorRequest.target`. */
  readonly target: string;
  /** `bodyDigest` of the body. */
  readonly body: string;
}

/** The audience of the admin API of an issuer, for operators and administrators alike. */
export function adminAudience(issuer: string): string {
  return `${issuer}/admin`;
}

/**
 * The audience of what a person does at Signet itself: answering an app, seeing and ending their sessions. A token for it
 * opens no API behind a gateway, and not the admin API.
 */
export function accountAudience(issuer: string): string {
  return `${issuer}/account`;
}

/** The role without which an access token does not open the admin API. */
export const adminRole = 'admin';

/** What a credential says; `now` in milliseconds, `jti` fresh for each request. */
export async function operatorClaims(
  issuer: string,
  request: OperatorRequest,
  now: number,
  jti: string,
): Promise<OperatorClaims> {
  const iat = now / 1000;
  return {
    iss: operatorCredential.issuer,
    aud: adminAudience(issuer),
    iat,
    exp: Math.floor(iat) + operatorCredential.lifetime / 1000,
    jti,
    ver: operatorCredential.version,
    htm: request.method,
    target: request.target,
    body: await bodyDigest(new TextEncoder().encode(request.body)),
  };
}

/** SHA-256 of the bytes of a body as 64 hexadecimal digits. */
export async function bodyDigest(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 32 bytes for HS256, by HKDF-SHA-256 (RFC 5869) from the 32 bytes of the master key. */
export async function deriveOperatorKey(
  masterKey: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = await crypto.subtle.importKey('raw', masterKey, 'HKDF', false, ['deriveBits']);
  const purpose = new TextEncoder().encode('signet operator');
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: purpose };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, source, 256));
}
