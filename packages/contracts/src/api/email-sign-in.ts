import type { z } from 'zod';
import type { MailLanguage } from '../people/mail-language.ts';
import { linkTokenField } from './email.ts';
import { enrolmentField } from './factors.ts';
import { audienceField, body, codeField, languageField, nameOrAddressField } from './fields.ts';
import { interactionIdField } from './interactions.ts';
import { organizationField } from './organizations.ts';
import { type PasskeyAssertion, passkeyAssertionField } from './passkeys.ts';

/** `POST /auth/login/email`. */
export interface BeginEmailSignInRequest {
  /** The name or the address of the account. */
  readonly name: string;
  readonly language: MailLanguage;
  /** The sign-in that an app waits for, to go on with where the link is followed. */
  readonly interaction?: string;
}

/** `POST /auth/login/email/finish`, in the browser that asked. */
export interface FinishEmailSignInRequest {
  /** As of a sign-in by password. */
  readonly audience?: string;
  /** In the name of which organisation, by name or id; of none unless said. */
  readonly organization?: string;
  /** The code of the mail, however it is spaced. It or the link is shown once; what is asked for besides follows without. */
  readonly mailCode?: string;
  /** What stands behind `#mail.` in the link of the mail. */
  readonly link?: string;
  /** Of whoever has a second factor: a code of the authenticator app, or a recovery code. */
  readonly code?: string;
  /** In place of that code. */
  readonly passkey?: PasskeyAssertion;
  /** Of whoever must add an authenticator app, as of a sign-in by password. */
  readonly enrolment?: string;
}

export const beginEmailSignInRequestSchema: z.ZodType<BeginEmailSignInRequest, unknown> = body({
  name: nameOrAddressField,
  language: languageField.prefault('en'),
  interaction: interactionIdField.exactOptional(),
}).meta({ id: 'BeginEmailSignInRequest' });

export const finishEmailSignInRequestSchema: z.ZodType<FinishEmailSignInRequest, unknown> = body({
  audience: audienceField.exactOptional(),
  organization: organizationField.exactOptional(),
  mailCode: codeField.exactOptional(),
  link: linkTokenField.exactOptional(),
  code: codeField.exactOptional(),
  passkey: passkeyAssertionField.exactOptional(),
  enrolment: enrolmentField.exactOptional(),
}).meta({ id: 'FinishEmailSignInRequest' });
