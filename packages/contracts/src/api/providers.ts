import { z } from 'zod';
import type { MailLanguage } from '../people/mail-language.ts';
import { enrolmentField } from './factors.ts';
import { audienceField, body, clientIdField, codeField, languageField } from './fields.ts';
import { interactionIdField } from './interactions.ts';
import { organizationField } from './organizations.ts';
import { type PasskeyAssertion, passkeyAssertionField } from './passkeys.ts';

/** Another OpenID provider by which people sign in here, as they see it. */
export interface ProviderSummary {
  readonly id: string;
  readonly name: string;
}

/** Which one: of the paths below `/auth/providers`. */
export interface ProviderParameters {
  readonly provider: string;
}

/** `POST /auth/providers/{provider}/begin`. */
export interface BeginProviderRequest {
  /** The sign-in that an app waits for, to go on with afterwards; absent for the person's own page. */
  readonly interaction?: string;
}

/** Where the browser goes next: to the provider. */
export interface ProviderGoesOn {
  readonly redirectTo: string;
}

/** `POST /auth/providers/finish`, once the browser is back. */
export interface FinishProviderRequest {
  /** As of a sign-in by password. */
  readonly audience?: string;
  /** In the name of which organisation, by name or id; of none unless said. */
  readonly organization?: string;
  /** Of whoever has a second factor here: a code of the authenticator app, or a recovery code. */
  readonly code?: string;
  /** In place of the code. */
  readonly passkey?: PasskeyAssertion;
  /** Of whoever must add an authenticator app, as of a sign-in by password. */
  readonly enrolment?: string;
  /** Of the mail that tells of an account that is joined. */
  readonly language: MailLanguage;
}

export const providerSummarySchema: z.ZodType<ProviderSummary, unknown> = z.object({
  id: clientIdField,
  name: z.string().max(64),
});

export const providerParametersSchema: z.ZodType<ProviderParameters, unknown> = z.strictObject({
  provider: clientIdField,
});

export const beginProviderRequestSchema: z.ZodType<BeginProviderRequest, unknown> = body({
  interaction: interactionIdField.exactOptional(),
}).meta({ id: 'BeginProviderRequest' });

export const providerGoesOnSchema: z.ZodType<ProviderGoesOn, unknown> = z
  .object({ redirectTo: z.url() })
  .meta({ id: 'ProviderGoesOn' });

export const finishProviderRequestSchema: z.ZodType<FinishProviderRequest, unknown> = body({
  audience: audienceField.exactOptional(),
  organization: organizationField.exactOptional(),
  code: codeField.exactOptional(),
  passkey: passkeyAssertionField.exactOptional(),
  enrolment: enrolmentField.exactOptional(),
  language: languageField.prefault('en'),
}).meta({ id: 'FinishProviderRequest' });
