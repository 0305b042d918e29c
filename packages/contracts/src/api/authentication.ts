import { z } from 'zod';
import type { SessionId } from '../ids/id.ts';
import { phrases } from '../refusals/phrases.ts';
import { enrolmentField, recoveryCodesField } from './factors.ts';
import {
  audienceField,
  body,
  clientIdField,
  codeField,
  idField,
  passwordField,
  usernameField,
  wholeNumber,
} from './fields.ts';
import { organizationField } from './organizations.ts';
import { type PasskeyAssertion, passkeyAssertionField } from './passkeys.ts';

/** `POST /auth/login`. */
export interface LoginRequest {
  readonly username: string;
  readonly password: string;
  /** For whom the token is; the first of `identity.audiences` unless said otherwise. */
  readonly audience?: string;
  /** In the name of which organisation, by name or id; of none unless said. */
  readonly organization?: string;
  /** Replaces a one-time password. */
  readonly newPassword?: string;
  /** Of whoever has a second factor: a code of the authenticator app, or a recovery code. */
  readonly code?: string;
  /** In place of the code: a passkey, for a challenge of this browser. */
  readonly passkey?: PasskeyAssertion;
  /** Of whoever must add an authenticator app: what beginning it answered, beside the app’s first `code`. */
  readonly enrolment?: string;
  /** The `client_id` of an app on a device (`native`), which gets its refresh token in the body. */
  readonly client?: string;
  /** Beside `client`: the `device` of the last answer, by which the device is known again. */
  readonly device?: string;
}

/** `POST /auth/login/authenticator`. */
export interface BeginAuthenticatorAtLoginRequest {
  readonly username: string;
  readonly password: string;
}

/** The answer of `POST /auth/login` and `POST /auth/refresh`; the refresh token travels in a cookie, except of an app on a device. */
export interface TokenAnswer {
  /** Empty where it travels in a cookie as well, which pages cannot read. */
  readonly accessToken: string;
  /** `DPoP`: good with a proof of the key that it is bound to (RFC 9449 §7). */
  readonly tokenType: 'Bearer' | 'Cookie' | 'DPoP';
  /** Seconds. */
  readonly expiresIn: number;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly sessionId: SessionId;
  /** Space-separated, as in RFC 6749 §3.3. */
  readonly scope: string;
  /** A page sends it in `X-CSRF-Token` with what the cookie is used for; absent where there is no cookie. */
  readonly csrfToken?: string | undefined;
  /** Of an app on a device alone: good once. */
  readonly refreshToken?: string | undefined;
  /** Until when, unless it is used before: ISO 8601, UTC. */
  readonly refreshTokenExpiresAt?: string | undefined;
  /** Of an app on a device, at a sign-in: to be kept, and sent with the next one. Signs nobody in. */
  readonly device?: string | undefined;
  /** Of a sign-in that added an authenticator app: shown this once. */
  readonly recoveryCodes?: readonly string[] | undefined;
}

/** `POST /auth/refresh`. */
export interface RefreshRequest {
  /** Of which organisation the new access token is, if not of that of the sign-in; `null`: of none. */
  readonly organization?: string | null;
  /** Of an app on a device: its `client_id`, and the refresh token that no cookie carries. */
  readonly client?: string;
  readonly refreshToken?: string;
}

/** `POST /auth/logout`. */
export interface LogoutRequest {
  /** Of an app on a device: its `client_id`, and its refresh token. */
  readonly client?: string;
  readonly refreshToken?: string;
}

/** The answer of `GET /auth/csrf`. */
export interface CsrfAnswer {
  /** As long as the session lives. */
  readonly csrfToken: string;
}

/** The answer of `POST /auth/logout`; the identifiers are absent where no live session was named. */
export interface LogoutAnswer {
  readonly ended: true;
  readonly sessionId?: SessionId | undefined;
  readonly revocationSequence?: number | undefined;
}

/** As `known-device.ts` of the identity provider writes it. */
const deviceField = z
  .string({ error: phrases.device_held })
  .regex(/^[A-Za-z0-9_.-]{1,128}$/, { error: phrases.device_held });

const refreshTokenField = z
  .string({ error: phrases.refresh_token })
  .regex(/^[\x21-\x7e]{1,512}$/, { error: phrases.refresh_token });

/** A refresh token in the body is some app's: without its name it could be anybody's. */
function isOfApp({ client, refreshToken }: LogoutRequest): boolean {
  return (client === undefined) === (refreshToken === undefined);
}

export const loginRequestSchema: z.ZodType<LoginRequest, unknown> = body({
  username: usernameField,
  password: passwordField,
  audience: audienceField.exactOptional(),
  organization: organizationField.exactOptional(),
  newPassword: passwordField.exactOptional(),
  code: codeField.exactOptional(),
  passkey: passkeyAssertionField.exactOptional(),
  enrolment: enrolmentField.exactOptional(),
  client: clientIdField.exactOptional(),
  device: deviceField.exactOptional(),
})
  .refine(({ client, device }) => client !== undefined || device === undefined, {
    error: phrases.device_of_client,
  })
  .meta({ id: 'LoginRequest' });

export const beginAuthenticatorAtLoginRequestSchema: z.ZodType<BeginAuthenticatorAtLoginRequest, unknown> =
  body({ username: usernameField, password: passwordField }).meta({ id: 'BeginAuthenticatorAtLoginRequest' });

/** Of an endpoint that takes no members: what it acts on comes in a cookie or the `Authorization` header. */
export const emptyRequestSchema: z.ZodType<Record<string, never>, unknown> = z
  .strictObject({}, { error: phrases.nothing_or_empty })
  .nullish()
  .transform(() => ({}));

/** No body is the same as an empty one. */
export const refreshRequestSchema: z.ZodType<RefreshRequest, unknown> = body({
  organization: organizationField.nullable().exactOptional(),
  client: clientIdField.exactOptional(),
  refreshToken: refreshTokenField.exactOptional(),
})
  .refine(isOfApp, { error: phrases.token_of_client })
  .nullish()
  .transform((given) => given ?? {})
  .meta({ id: 'RefreshRequest' });

export const logoutRequestSchema: z.ZodType<LogoutRequest, unknown> = body({
  client: clientIdField.exactOptional(),
  refreshToken: refreshTokenField.exactOptional(),
})
  .refine(isOfApp, { error: phrases.token_of_client })
  .nullish()
  .transform((given) => given ?? {})
  .meta({ id: 'LogoutRequest' });

const csrfField = z.string().length(43);

export const csrfAnswerSchema: z.ZodType<CsrfAnswer, unknown> = z
  .object({ csrfToken: csrfField })
  .meta({ id: 'CsrfAnswer' });

export const tokenAnswerSchema: z.ZodType<TokenAnswer, unknown> = z
  .object({
    accessToken: z.string().max(65_536),
    tokenType: z.enum(['Bearer', 'Cookie', 'DPoP']),
    expiresIn: wholeNumber,
    expiresAt: z.iso.datetime(),
    sessionId: idField('session'),
    scope: z.string().max(8192),
    csrfToken: csrfField.optional(),
    refreshToken: refreshTokenField.optional(),
    refreshTokenExpiresAt: z.iso.datetime().optional(),
    device: deviceField.optional(),
    recoveryCodes: recoveryCodesField.optional(),
  })
  .meta({ id: 'TokenAnswer' });

export const logoutAnswerSchema: z.ZodType<LogoutAnswer, unknown> = z
  .object({
    ended: z.literal(true),
    sessionId: idField('session').optional(),
    revocationSequence: wholeNumber.optional(),
  })
  .meta({ id: 'LogoutAnswer' });
