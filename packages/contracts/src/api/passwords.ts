import { z } from 'zod';
import type { MailLanguage } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';
import { linkTokenField } from './email.ts';
import {
  body,
  languageField,
  nameOrAddressField,
  passwordField,
  usernameField,
  wholeNumber,
} from './fields.ts';
import { type FactorProof, provenBody } from './proof.ts';

/** `POST /auth/password/change`. */
export interface ChangePasswordRequest extends FactorProof {
  readonly newPassword: string;
  readonly endOthers: boolean;
  /** Of the mail that tells its owner. */
  readonly language: MailLanguage;
}

export interface ChangePasswordAnswer {
  /** How many other sessions ended. */
  readonly ended: number;
}

/** `POST /auth/password/forgotten`. */
export interface ForgottenPasswordRequest {
  /** The name or the address of the account, as the person remembers it. */
  readonly name: string;
  readonly language: MailLanguage;
}

/** `POST /auth/password/resets`. */
export interface ResetPasswordRequest {
  /** Of the link. */
  readonly token: string;
  readonly newPassword: string;
}

export interface ResetPasswordAnswer {
  /** Whose password it is now: signing in comes next, with all that it asks for. */
  readonly username: string;
}

export const changePasswordRequestSchema: z.ZodType<ChangePasswordRequest, unknown> = provenBody({
  newPassword: passwordField,
  endOthers: z.boolean({ error: phrases.boolean }).prefault(true),
  language: languageField.prefault('en'),
}).meta({ id: 'ChangePasswordRequest' });

export const changePasswordAnswerSchema: z.ZodType<ChangePasswordAnswer, unknown> = z
  .object({ ended: wholeNumber })
  .meta({ id: 'ChangePasswordAnswer' });

export const forgottenPasswordRequestSchema: z.ZodType<ForgottenPasswordRequest, unknown> = body({
  name: nameOrAddressField,
  language: languageField.prefault('en'),
}).meta({ id: 'ForgottenPasswordRequest' });

export const resetPasswordRequestSchema: z.ZodType<ResetPasswordRequest, unknown> = body({
  token: linkTokenField,
  newPassword: passwordField,
}).meta({ id: 'ResetPasswordRequest' });

export const resetPasswordAnswerSchema: z.ZodType<ResetPasswordAnswer, unknown> = z
  .object({ username: usernameField })
  .meta({ id: 'ResetPasswordAnswer' });
