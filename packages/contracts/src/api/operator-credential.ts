/**
 * The operator credential lets whoever holds the master key (that is: whoever can read the data folder) call
 * the admin API from the command line. Nothing is stored for it: client and server derive the same key, and
 * the credential is a JWT that lives for a minute and is taken once.
 */
export const operatorCredential: {
  readonly type: 'signet-operator+jwt';
  readonly algorithm: 'HS256';
  readonly issuer: 'signet-cli';
  /** Milliseconds. */
  readonly lifetime: number;
} = Object.freeze({
  type: 'signet-operator+jwt',
  algorithm: 'HS256',
  issuer: 'signet-cli',
  lifetime: 60_000,
});

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
}

/** The audience of the admin API of an issuer, for operators and administrators alike. */
export function adminAudience(issuer: string): string {
  return `${issuer}/admin`;
}

/** The role without which an access token does not open the admin API. */
export const adminRole = 'admin';

/** What a credential says; `now` in milliseconds, `jti` fresh for each request. */
export function operatorClaims(issuer: string, now: number, jti: string): OperatorClaims {
  const iat = now / 1000;
  return {
    iss: operatorCredential.issuer,
    aud: adminAudience(issuer),
    iat,
    exp: Math.floor(iat) + operatorCredential.lifetime / 1000,
    jti,
  };
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
