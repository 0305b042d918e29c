import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import { clientIdField, idField, wholeNumber } from './fields.ts';
import type { OrganizationChoice } from './interactions.ts';

/** An app that a person let in on the consent screen, and what it may do. Times in milliseconds since the epoch. */
export interface AgreedApp {
  /** Its `client_id`. */
  readonly client: string;
  /** As it is called now; as it was called then, where it is no more. */
  readonly name: string;
  readonly agreements: readonly Agreement[];
  /** Since when. */
  readonly agreedAt: number;
  /** When it last got tokens by it, to the hour. */
  readonly lastUsedAt?: number | undefined;
}

/** What it may do at one API, for the person alone or in the name of an organisation. */
export interface Agreement {
  readonly audience: string;
  readonly scopes: readonly string[];
  readonly organization?: OrganizationChoice | undefined;
}

/** `GET /auth/consents`. */
export interface ConsentsAnswer {
  readonly apps: readonly AgreedApp[];
}

/** Of `POST /auth/consents/{client}/withdraw`. */
export interface ConsentParameters {
  readonly client: string;
}

/** `GET /admin/users/{account}/consents`. */
export interface UserConsentsAnswer extends ConsentsAnswer {
  readonly account: AccountId;
}

export interface UserConsentParameters extends ConsentParameters {
  readonly account: AccountId;
}

export interface WithdrawnAnswer {
  readonly client: string;
  /** What a gateway must have applied to refuse what the app has. */
  readonly revocationSequence: number;
}

const agreementSchema = z.object({
  audience: z.string(),
  scopes: z.array(z.string()),
  organization: z.object({ name: z.string(), displayName: z.string() }).optional(),
});

export const agreedAppsField: z.ZodType<ConsentsAnswer['apps'], unknown> = z.array(
  z.object({
    client: clientIdField,
    name: z.string(),
    agreements: z.array(agreementSchema),
    agreedAt: wholeNumber,
    lastUsedAt: wholeNumber.optional(),
  }),
);

export const consentsAnswerSchema: z.ZodType<ConsentsAnswer, unknown> = z
  .object({ apps: agreedAppsField })
  .meta({ id: 'Consents' });

export const userConsentsAnswerSchema: z.ZodType<UserConsentsAnswer, unknown> = z
  .object({ account: idField('account'), apps: agreedAppsField })
  .meta({ id: 'UserConsents' });

export const consentParametersSchema: z.ZodType<ConsentParameters, unknown> = z.strictObject({
  client: clientIdField,
});

export const userConsentParametersSchema: z.ZodType<UserConsentParameters, unknown> = z.strictObject({
  account: idField('account'),
  client: clientIdField,
});

export const withdrawnAnswerSchema: z.ZodType<WithdrawnAnswer, unknown> = z
  .object({ client: clientIdField, revocationSequence: wholeNumber })
  .meta({ id: 'WithdrawnConsent' });
