import { z } from 'zod';
import { audienceSchema, scopeSchema } from '../configuration/fields/text.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, clientIdField, wholeNumber } from './fields.ts';

/** `POST /admin/clients/registration-tokens`: what one app may register itself for. */
export interface RegistrationTokenRequest {
  readonly audiences: readonly string[];
  readonly scopes: readonly string[];
  /** How many milliseconds the token is good. */
  readonly lifetime: number;
}

/** The token is told this once. */
export interface RegistrationTokenAnswer {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** RFC 7591 §2, as it came: what is not known there is ignored. */
export type ClientMetadata = Readonly<Record<string, unknown>>;

/** RFC 7591 §3.2.1 and RFC 7592 §3, with what was registered. */
export interface ClientInformation extends ClientMetadata {
  readonly client_id: string;
}

const hour = 3_600_000;
const longestLifetime = 30 * 24 * hour;

export const registrationTokenRequestSchema: z.ZodType<RegistrationTokenRequest, unknown> = body({
  audiences: z.array(audienceSchema).min(1).max(32),
  scopes: z.array(scopeSchema).max(64).prefault([]),
  lifetime: z
    .int({ error: phrases.overlap })
    .positive({ error: phrases.overlap })
    .max(longestLifetime, { error: phrases.overlap })
    .prefault(24 * hour),
}).meta({ id: 'RegistrationTokenRequest' });

export const registrationTokenAnswerSchema: z.ZodType<RegistrationTokenAnswer, unknown> = z
  .object({ token: z.string().min(1).max(128), expiresAt: wholeNumber })
  .meta({ id: 'RegistrationTokenAnswer' });

export const clientMetadataSchema: z.ZodType<ClientMetadata, unknown> = z
  .record(z.string(), z.unknown(), { error: phrases.nothing_or_empty })
  .meta({ id: 'ClientMetadata' });

export const clientInformationSchema: z.ZodType<ClientInformation, unknown> = z
  .looseObject({ client_id: clientIdField })
  .meta({ id: 'ClientInformation' });
