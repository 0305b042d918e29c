import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import {
  body,
  idField,
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
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

export interface AddUserAnswer {
  readonly id: AccountId;
  readonly username: string;
  /** Shown this once; the first sign-in must replace it. */
  readonly oneTimePassword?: string | undefined;
}

/** One entry of `GET /admin/users`. */
export interface UserSummary {
  readonly id: AccountId;
  readonly username: string;
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
  roles: rolesField.prefault([]),
  scopes: scopesField.prefault([]),
}).meta({ id: 'AddUserRequest' });

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
