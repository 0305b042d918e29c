import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import type { MailLanguage } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';
import {
  body,
  emailField,
  idField,
  languageField,
  passwordField,
  rolesField,
  scopesField,
  usernameField,
  wholeNumber,
} from './fields.ts';

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
}

export interface UsersAnswer {
  readonly users: readonly UserSummary[];
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

const userSummarySchema = z.object({
  id: idField('account'),
  username: usernameField,
  email: z.object({ address: emailField, verified: z.boolean() }).optional(),
  roles: rolesField,
  scopes: scopesField,
  disabled: z.boolean(),
  createdAt: wholeNumber,
});

export const usersAnswerSchema: z.ZodType<UsersAnswer, unknown> = z
  .object({
    users: z.array(userSummarySchema),
  })
  .meta({ id: 'UsersAnswer' });
