import { z } from 'zod';
import type { MailLanguage } from '../people/mail-language.ts';
import { linkTokenField } from './email.ts';
import { body, emailField, languageField, passwordField, usernameField } from './fields.ts';
import { interactionIdField } from './interactions.ts';
import { type ProviderSummary, providerSummarySchema } from './providers.ts';

/** `GET /auth/options`: what a page for signing in may offer. */
export interface SignInOptionsAnswer {
  /** Whoever can be written to may make an account. */
  readonly registration: boolean;
  /** Whoever has a confirmed address may sign in by a mail to it. */
  readonly emailSignIn: boolean;
  /** Other OpenID providers by which people sign in here. */
  readonly providers: readonly ProviderSummary[];
}

/** `POST /auth/register`. */
export interface RegisterRequest {
  readonly email: string;
  readonly language: MailLanguage;
  /** The sign-in that an app waits for, to go on with afterwards. */
  readonly interaction?: string;
}

/** `POST /auth/register/complete`. */
export interface CompleteRegistrationRequest {
  /** Of the link. */
  readonly token: string;
  readonly username: string;
  readonly password: string;
}

export interface RegisteredAnswer {
  /** As it is kept: signing in comes next. */
  readonly username: string;
  /** Where the registration began, in the browser in which it did. */
  readonly interaction?: string | undefined;
}

export const signInOptionsAnswerSchema: z.ZodType<SignInOptionsAnswer, unknown> = z
  .object({
    registration: z.boolean(),
    emailSignIn: z.boolean(),
    providers: z.array(providerSummarySchema),
  })
  .meta({ id: 'SignInOptions' });

export const registerRequestSchema: z.ZodType<RegisterRequest, unknown> = body({
  email: emailField,
  language: languageField.prefault('en'),
  interaction: interactionIdField.exactOptional(),
}).meta({ id: 'RegisterRequest' });

export const completeRegistrationRequestSchema: z.ZodType<CompleteRegistrationRequest, unknown> = body({
  token: linkTokenField,
  username: usernameField,
  password: passwordField,
}).meta({ id: 'CompleteRegistrationRequest' });

export const registeredAnswerSchema: z.ZodType<RegisteredAnswer, unknown> = z
  .object({ username: usernameField, interaction: interactionIdField.optional() })
  .meta({ id: 'Registered' });
