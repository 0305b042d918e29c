import { z } from 'zod';

/** `POST /oauth/introspect` and `POST /oauth/revoke` (RFC 7662 §2.1, RFC 7009 §2.1). */
export interface TokenQuestion {
  readonly token?: string | undefined;
  /** Which kind it may be; a token says that itself. */
  readonly token_type_hint?: string | undefined;
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
  readonly client_assertion?: string | undefined;
  readonly client_assertion_type?: string | undefined;
}

/** RFC 7662 §2.2. Of what is not active nothing is told. Times in seconds. */
export interface TokenState {
  readonly active: boolean;
  readonly iss?: string | undefined;
  readonly sub?: string | undefined;
  readonly aud?: string | readonly string[] | undefined;
  readonly client_id?: string | undefined;
  readonly scope?: string | undefined;
  readonly exp?: number | undefined;
  readonly iat?: number | undefined;
  readonly jti?: string | undefined;
  readonly sid?: string | undefined;
  /** Of which organisation it is. */
  readonly org_id?: string | undefined;
  readonly org_name?: string | undefined;
  /** Who acts for `sub`, the last one outside (RFC 8693 §4.1). */
  readonly act?: Readonly<Record<string, unknown>> | undefined;
  /** Absent for a refresh token. */
  readonly token_type?: 'Bearer' | 'DPoP' | undefined;
  /** To which key it is bound. */
  readonly cnf?: TokenConfirmation | undefined;
}

/** RFC 7800 §3.1: the thumbprint of a key (RFC 9449 §6.1), or that of a certificate (RFC 8705 §3.1). */
export type TokenConfirmation = { readonly jkt: string } | { readonly 'x5t#S256': string };

/** RFC 7009 §2.2: that it is revoked, or was nothing that could be. */
export type TokenRevoked = Readonly<Record<never, never>>;

const text = z.string().optional();
const seconds = z.int().nonnegative().optional();

export const tokenQuestionSchema: z.ZodType<TokenQuestion, unknown> = z
  .object({
    token: text,
    token_type_hint: text,
    client_id: text,
    client_secret: text,
    client_assertion: text,
    client_assertion_type: text,
  })
  .meta({ id: 'TokenQuestion' });

export const tokenStateSchema: z.ZodType<TokenState, unknown> = z
  .object({
    active: z.boolean(),
    iss: text,
    sub: text,
    aud: z.union([z.string(), z.array(z.string())]).optional(),
    client_id: text,
    scope: text,
    exp: seconds,
    iat: seconds,
    jti: text,
    sid: text,
    org_id: text,
    org_name: text,
    act: z.record(z.string(), z.unknown()).optional(),
    token_type: z.enum(['Bearer', 'DPoP']).optional(),
    cnf: z
      .union([z.strictObject({ jkt: z.string() }), z.strictObject({ 'x5t#S256': z.string() })])
      .optional(),
  })
  .meta({ id: 'TokenState' });

export const tokenRevokedSchema: z.ZodType<TokenRevoked, unknown> = z.object({}).meta({ id: 'TokenRevoked' });
