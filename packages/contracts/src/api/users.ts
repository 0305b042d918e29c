import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import type { MailLanguage } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';
import {
  audienceField,
  body,
  clientIdField,
  emailField,
  groupField,
  idField,
  languageField,
  passwordField,
  rolesField,
  scopesField,
  usernameField,
  wholeNumber,
} from './fields.ts';
import { organizationField } from './organizations.ts';

/** `POST /admin/users`. */
export interface AddUserRequest {
  readonly username: string;
  /** Absent: a one-time password is made and answered once. */
  readonly password?: string;
  /** Where the person is written to. */
  readonly email?: string;
  /** The administrator knows it to be theirs, so that no link need be followed. */
  readonly emailVerified?: boolean;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

export interface AddUserAnswer {
  readonly id: AccountId;
  readonly username: string;
  /** Shown this once; the first sign-in must replace it. */
  readonly oneTimePassword?: string | undefined;
}

/** `POST /admin/users/invitations`. */
export interface InviteUserRequest {
  readonly username: string;
  readonly email: string;
  readonly language: MailLanguage;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

export interface InviteUserAnswer {
  readonly id: AccountId;
  readonly username: string;
  readonly email: string;
}

/** One entry of `GET /admin/users`. */
export interface UserSummary {
  readonly id: AccountId;
  readonly username: string;
  readonly email?: { readonly address: string; readonly verified: boolean } | undefined;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly disabled: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** What `If-Match` must say to change it (RFC 9110 §13.1.1). */
  readonly etag: string;
}

/** The query of `GET /admin/users`: the page after the user of this name, of those that fit. */
export interface UsersQuery {
  readonly limit: number;
  readonly after?: string;
  /** Only the one of this name. */
  readonly username?: string;
  /** Only those who have this role. */
  readonly role?: string;
  /** Only those who are in this group. */
  readonly group?: string;
  readonly state?: 'active' | 'disabled';
}

/** By name, in the order of characters. */
export interface UsersAnswer {
  readonly users: readonly UserSummary[];
  /** What `after` is for the next page; absent on the last. */
  readonly next?: string | undefined;
}

export const addUserRequestSchema: z.ZodType<AddUserRequest, unknown> = body({
  username: usernameField,
  password: passwordField.exactOptional(),
  email: emailField.exactOptional(),
  emailVerified: z.boolean({ error: phrases.boolean }).exactOptional(),
  roles: rolesField.prefault([]),
  scopes: scopesField.prefault([]),
}).meta({ id: 'AddUserRequest' });

export const inviteUserRequestSchema: z.ZodType<InviteUserRequest, unknown> = body({
  username: usernameField,
  email: emailField,
  language: languageField.prefault('en'),
  roles: rolesField.prefault([]),
  scopes: scopesField.prefault([]),
}).meta({ id: 'InviteUserRequest' });

export const inviteUserAnswerSchema: z.ZodType<InviteUserAnswer, unknown> = z
  .object({ id: idField('account'), username: usernameField, email: emailField })
  .meta({ id: 'InviteUserAnswer' });

export const addUserAnswerSchema: z.ZodType<AddUserAnswer, unknown> = z
  .object({
    id: idField('account'),
    username: usernameField,
    oneTimePassword: passwordField.optional(),
  })
  .meta({ id: 'AddUserAnswer' });

const userSummaryShape = z.object({
  id: idField('account'),
  username: usernameField,
  email: z.object({ address: emailField, verified: z.boolean() }).optional(),
  roles: rolesField,
  scopes: scopesField,
  disabled: z.boolean(),
  createdAt: wholeNumber,
  etag: z.string().max(64),
});

export const usersQuerySchema: z.ZodType<UsersQuery, unknown> = z.strictObject(
  {
    limit: z
      .string({ error: phrases.limit })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
      .prefault('100')
      .transform(Number),
    after: usernameField.exactOptional(),
    username: usernameField.exactOptional(),
    role: z
      .string()
      .regex(/^[\x21-\x7e]{1,128}$/, { error: phrases.role })
      .exactOptional(),
    group: groupField.exactOptional(),
    state: z.enum(['active', 'disabled'], { error: phrases.user_state }).exactOptional(),
  },
  { error: phrases.users_query },
);

export const usersAnswerSchema: z.ZodType<UsersAnswer, unknown> = z
  .object({
    users: z.array(userSummaryShape),
    next: usernameField.optional(),
  })
  .meta({ id: 'UsersAnswer' });

/** The account, in the path. */
export interface UserParameters {
  readonly id: AccountId;
}

/** `PUT /admin/users/{id}`: what an account may do from now on. */
export interface ChangeUserRequest {
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** Refuses sign-in and refresh, and revokes all tokens, from the moment it becomes true. */
  readonly disabled: boolean;
}

/** The query of `GET /admin/users/{id}/preview`. */
export interface PreviewQuery {
  /** The client that would get the token; absent: Signet's own sign-in. */
  readonly client?: string;
  /** The audience of the API; absent: the first that the client may have. */
  readonly audience?: string;
  /** Roles in place of those of the account, separated by spaces: what would a token say then? */
  readonly roles?: string;
  /** Groups in place of those of the account, likewise. */
  readonly groups?: string;
  /** Of which organisation it would be, by name or id; absent: of none. */
  readonly organization?: string;
}

export interface PreviewAnswer {
  /** Of a token that was issued now, without what is of that one token alone (`iat`, `exp`, `jti`, `sid` …). */
  readonly claims: Readonly<Record<string, unknown>>;
  /** How long it would live, in seconds. */
  readonly expiresIn: number;
  /** Where `roles` or `groups` was asked: what would be otherwise with those. */
  readonly differences?: readonly ClaimDifference[] | undefined;
}

export interface ClaimDifference {
  readonly claim: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export const userParametersSchema: z.ZodType<UserParameters, unknown> = z.strictObject({
  id: idField('account'),
});

export const userSummarySchema: z.ZodType<UserSummary, unknown> = userSummaryShape.meta({
  id: 'UserSummary',
});

export const changeUserRequestSchema: z.ZodType<ChangeUserRequest, unknown> = body({
  roles: rolesField,
  scopes: scopesField,
  disabled: z.boolean(),
}).meta({ id: 'ChangeUserRequest' });

export const previewQuerySchema: z.ZodType<PreviewQuery, unknown> = z.strictObject(
  {
    client: clientIdField.exactOptional(),
    audience: audienceField.exactOptional(),
    roles: z
      .string()
      .regex(/^[\x20-\x7e]{0,4096}$/, { error: phrases.role })
      .exactOptional(),
    groups: z
      .string()
      .regex(/^[a-z0-9 -]{0,4096}$/, { error: phrases.group })
      .exactOptional(),
    organization: organizationField.exactOptional(),
  },
  { error: phrases.preview_query },
);

export const previewAnswerSchema: z.ZodType<PreviewAnswer, unknown> = z
  .object({
    claims: z.record(z.string(), z.unknown()),
    expiresIn: wholeNumber,
    differences: z
      .array(z.object({ claim: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }))
      .optional(),
  })
  .meta({ id: 'PreviewAnswer' });
