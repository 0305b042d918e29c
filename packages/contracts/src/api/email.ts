import { z } from 'zod';
import type { MailLanguage } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, codeField, emailField, languageField, passwordField, usernameField } from './fields.ts';
import { type PasskeyAssertion, passkeyAssertionField } from './passkeys.ts';

/** `GET /auth/profile`: what the person's own page shows of them. */
export interface ProfileAnswer {
  readonly username: string;
  readonly email?: { readonly address: string; readonly verified: boolean } | undefined;
}

/** `POST /auth/email`. */
export interface ChangeEmailRequest {
  readonly email: string;
  /** That of the person, so that nobody else does it who finds a page open. */
  readonly password: string;
  /** From the authenticator app, or a recovery code; of who has a second factor. */
  readonly code?: string;
  /** In place of the code. */
  readonly passkey?: PasskeyAssertion;
  readonly language: MailLanguage;
}

/** The same whether or not anything was sent. */
export interface MailAskedAnswer {
  readonly asked: true;
}

/** `POST /auth/email/confirmations`. */
export interface ConfirmEmailRequest {
  /** Of the link. */
  readonly token: string;
}

export interface ConfirmEmailAnswer {
  readonly email: string;
}

/** What stands in a link that was mailed. */
export const linkTokenField: z.ZodType<string, string> = z
  .string({ error: phrases.link_token })
  .regex(/^[A-Za-z0-9_-]{43}$/, { error: phrases.link_token });

export const profileAnswerSchema: z.ZodType<ProfileAnswer, unknown> = z
  .object({
    username: usernameField,
    email: z.object({ address: emailField, verified: z.boolean() }).optional(),
  })
  .meta({ id: 'Profile' });

export const changeEmailRequestSchema: z.ZodType<ChangeEmailRequest, unknown> = body({
  email: emailField,
  password: passwordField,
  code: codeField.exactOptional(),
  passkey: passkeyAssertionField.exactOptional(),
  language: languageField.prefault('en'),
}).meta({ id: 'ChangeEmailRequest' });

export const mailAskedAnswerSchema: z.ZodType<MailAskedAnswer, unknown> = z
  .object({ asked: z.literal(true) })
  .meta({ id: 'MailAsked' });

export const confirmEmailRequestSchema: z.ZodType<ConfirmEmailRequest, unknown> = body({
  token: linkTokenField,
}).meta({ id: 'ConfirmEmailRequest' });

export const confirmEmailAnswerSchema: z.ZodType<ConfirmEmailAnswer, unknown> = z
  .object({ email: emailField })
  .meta({ id: 'ConfirmEmailAnswer' });
