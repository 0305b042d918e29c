import { z } from 'zod';
import { type MailLanguage, mailLanguages } from '../people/mail-language.ts';
import { body, emailField, languageField, wholeNumber } from './fields.ts';

/** `POST /admin/mail/tests`. */
export interface SendTestMailRequest {
  readonly to: string;
  readonly language: MailLanguage;
}

export interface SendTestMailAnswer {
  readonly to: string;
  /** How mail leaves this Signet; `outbox`: it is put into a folder, because no mail server is configured. */
  readonly by: 'smtp' | 'outbox';
  /** This one and those that are still to be sent. */
  readonly waiting: number;
}

export const sendTestMailRequestSchema: z.ZodType<SendTestMailRequest, unknown> = body({
  to: emailField,
  language: languageField.prefault(mailLanguages[0]),
}).meta({ id: 'SendTestMailRequest' });

export const sendTestMailAnswerSchema: z.ZodType<SendTestMailAnswer, unknown> = z
  .object({ to: emailField, by: z.enum(['smtp', 'outbox']), waiting: wholeNumber })
  .meta({ id: 'SendTestMailAnswer' });
