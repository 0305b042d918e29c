import { z } from 'zod';

/** `POST /oauth/token` (RFC 6749 §4.4.2, RFC 8707 §2). Parameters that are not known are ignored (RFC 6749 §3.2). */
export interface TokenRequest {
  readonly grant_type?: string | undefined;
  /** Space separated; all of the client's where it is left out. */
  readonly scope?: string | undefined;
  /** For which API the token is. */
  readonly resource?: string | undefined;
  /** What others call `resource`. */
  readonly audience?: string | undefined;
  /** The name or the id of the organisation that the token is of. */
  readonly organization?: string | undefined;
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
  /** A JWT by which the client proves itself in place of a secret (RFC 7523 §2.2). */
  readonly client_assertion?: string | undefined;
  readonly client_assertion_type?: string | undefined;
  /** With `grant_type=authorization_code` (RFC 6749 §4.1.3, RFC 7636 §4.5). */
  readonly code?: string | undefined;
  readonly redirect_uri?: string | undefined;
  readonly code_verifier?: string | undefined;
  /** With `grant_type=refresh_token` (RFC 6749 §6). */
  readonly refresh_token?: string | undefined;
  /** With `grant_type=urn:ietf:params:oauth:grant-type:device_code` (RFC 8628 §3.4). */
  readonly device_code?: string | undefined;
  /** With `grant_type=urn:ietf:params:oauth:grant-type:token-exchange` (RFC 8693 §2.1). */
  readonly subject_token?: string | undefined;
  readonly subject_token_type?: string | undefined;
  readonly requested_token_type?: string | undefined;
  readonly actor_token?: string | undefined;
}

/** RFC 6749 §5.1. */
export interface TokenGrant {
  readonly access_token: string;
  /** `DPoP` for a token that is bound to the key of the proof that came with the request (RFC 9449 §5). */
  readonly token_type: 'Bearer' | 'DPoP';
  /** Seconds. */
  readonly expires_in: number;
  /** What was granted; absent where that is nothing. */
  readonly scope?: string | undefined;
  /** Good for one use; the answer to that has the next. */
  readonly refresh_token?: string | undefined;
  /** Who signed in (OpenID Connect Core 1.0 §3.1.3.3). */
  readonly id_token?: string | undefined;
  /** What an exchange gave (RFC 8693 §2.2.1). */
  readonly issued_token_type?: string | undefined;
}

const parameter = z.string().optional();

export const tokenRequestSchema: z.ZodType<TokenRequest, unknown> = z
  .object({
    grant_type: parameter,
    scope: parameter,
    resource: parameter,
    audience: parameter,
    organization: parameter,
    client_id: parameter,
    client_secret: parameter,
    client_assertion: parameter,
    client_assertion_type: parameter,
    code: parameter,
    redirect_uri: parameter,
    code_verifier: parameter,
    refresh_token: parameter,
    device_code: parameter,
    subject_token: parameter,
    subject_token_type: parameter,
    requested_token_type: parameter,
    actor_token: parameter,
  })
  .meta({ id: 'TokenRequest' });

export const tokenGrantSchema: z.ZodType<TokenGrant, unknown> = z
  .object({
    access_token: z.string().min(1).max(65_536),
    token_type: z.enum(['Bearer', 'DPoP']),
    expires_in: z.int().nonnegative(),
    scope: z.string().max(16_384).optional(),
    refresh_token: z.string().min(1).max(512).optional(),
    id_token: z.string().min(1).max(65_536).optional(),
    issued_token_type: z.string().max(256).optional(),
  })
  .meta({ id: 'TokenGrant' });
