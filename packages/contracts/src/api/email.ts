import { z } from 'zod';
import type { MailLanguage } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, emailField, languageField, usernameField } from './fields.ts';
import { type FactorProof, provenBody } from './proof.ts';

/** `GET /auth/profile`: what the person's own page shows of them. */
export interface ProfileAnswer {
  readonly username: string;
  readonly email?: { readonly address: string; readonly verified: boolean } | undefined;
  /** Whether there is one to show. Without, the person came by a provider, and shows something else. */
  readonly hasPassword: boolean;
}

/** `POST /auth/email`. */
export interface ChangeEmailRequest extends FactorProof {
  readonly email: string;
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
    hasPassword: z.boolean(),
  })
  .meta({ id: 'Profile' });

export const changeEmailRequestSchema: z.ZodType<ChangeEmailRequest, unknown> = provenBody({
  email: emailField,
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
