import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import type { MailLanguage } from '../people/mail-language.ts';
import { audienceField, body, clientIdField, idField, languageField, wholeNumber } from './fields.ts';
import { type FactorProof, provenBody } from './proof.ts';

/** Another OpenID provider, as the person's own page shows it. */
export interface OwnProvider {
  /** By which it is begun; absent where it is configured no more. */
  readonly provider?: string | undefined;
  readonly name: string;
  readonly issuer: string;
  /** Absent where it does not sign this person in. */
  readonly joined?: { readonly email?: string | undefined; readonly joinedAt: number } | undefined;
}

export interface OwnProvidersAnswer {
  readonly providers: readonly OwnProvider[];
}

/** `POST /auth/account/providers/join`, once the browser is back. */
export interface JoinProviderRequest {
  /** Of the mail that tells its owner. */
  readonly language: MailLanguage;
}

/** `POST /auth/account/providers/part`. */
export interface PartProviderRequest extends FactorProof {
  readonly issuer: string;
}

/** `POST /admin/users/{account}/providers/part`. */
export interface PartUserProviderRequest {
  readonly issuer: string;
}

export interface UserProvidersAnswer {
  readonly account: AccountId;
  readonly providers: readonly OwnProvider[];
}

const ownProviderSchema: z.ZodType<OwnProvider, unknown> = z.object({
  provider: clientIdField.optional(),
  name: z.string().max(2048),
  issuer: z.string().max(2048),
  joined: z.object({ email: z.string().max(320).optional(), joinedAt: wholeNumber }).optional(),
});

export const ownProvidersAnswerSchema: z.ZodType<OwnProvidersAnswer, unknown> = z
  .object({ providers: z.array(ownProviderSchema).max(64) })
  .meta({ id: 'OwnProviders' });

export const joinProviderRequestSchema: z.ZodType<JoinProviderRequest, unknown> = body({
  language: languageField.prefault('en'),
}).meta({ id: 'JoinProviderRequest' });

export const partProviderRequestSchema: z.ZodType<PartProviderRequest, unknown> = provenBody({
  issuer: audienceField,
}).meta({ id: 'PartProviderRequest' });

export const partUserProviderRequestSchema: z.ZodType<PartUserProviderRequest, unknown> = body({
  issuer: audienceField,
}).meta({ id: 'PartUserProviderRequest' });

export const userProvidersAnswerSchema: z.ZodType<UserProvidersAnswer, unknown> = z
  .object({ account: idField('account'), providers: z.array(ownProviderSchema).max(64) })
  .meta({ id: 'UserProviders' });
