import { z } from 'zod';
import { body, wholeNumber } from './fields.ts';

/** What is known of a secret that the configuration needs; never the secret. */
export interface SecretSummary {
  /** The key that it is written at, such as `mail.smtp.password`. */
  readonly key: string;
  /** Where it is, as the configuration says. */
  readonly reference: string;
  readonly kind: 'env' | 'file' | 'exec' | 'vault' | 'aws' | 'azure' | 'literal';
  /** When it is read: at the start alone, by the schedule too, or each time its store is signed in to. */
  readonly reads: 'start' | 'schedule' | 'sign-in';
  /** When it was last read well. */
  readonly readAt?: number | undefined;
  /** When another one was found there, since this node started. */
  readonly changedAt?: number | undefined;
  /** Until when the one before is taken as well. */
  readonly previousUntil?: number | undefined;
  /** Why it could not be read since. */
  readonly failure?: { readonly at: number; readonly reason: string } | undefined;
}

/** `GET /admin/secrets`, of the node that answers. */
export interface SecretsAnswer {
  readonly secrets: readonly SecretSummary[];
  /** Milliseconds; absent: only when told. */
  readonly refreshEvery?: number | undefined;
  readonly overlap: number;
}

/** `POST /admin/secrets/refresh` */
export interface RefreshSecretsRequest {
  /** Lets what was before go at once, because others have it. */
  readonly endOverlap?: boolean | undefined;
}

export interface RefreshSecretsAnswer {
  /** Keys under which another secret was found. */
  readonly changed: readonly string[];
  readonly unchanged: number;
  readonly failed: readonly { readonly key: string; readonly reason: string }[];
}

const kindsOfSecrets = ['env', 'file', 'exec', 'vault', 'aws', 'azure', 'literal'] as const;

const textField = z.string().max(8192);
const summarySchema = z.object({
  key: textField,
  reference: textField,
  kind: z.enum(kindsOfSecrets),
  reads: z.enum(['start', 'schedule', 'sign-in']),
  readAt: wholeNumber.optional(),
  changedAt: wholeNumber.optional(),
  previousUntil: wholeNumber.optional(),
  failure: z.object({ at: wholeNumber, reason: textField }).optional(),
});

export const secretsAnswerSchema: z.ZodType<SecretsAnswer, unknown> = z
  .object({ secrets: z.array(summarySchema), refreshEvery: wholeNumber.optional(), overlap: wholeNumber })
  .meta({ id: 'SecretsAnswer' });

export const refreshSecretsRequestSchema: z.ZodType<RefreshSecretsRequest, unknown> = body({
  endOverlap: z.boolean().optional(),
}).meta({ id: 'RefreshSecretsRequest' });

export const refreshSecretsAnswerSchema: z.ZodType<RefreshSecretsAnswer, unknown> = z
  .object({
    changed: z.array(textField),
    unchanged: wholeNumber,
    failed: z.array(z.object({ key: textField, reason: textField })),
  })
  .meta({ id: 'RefreshSecretsAnswer' });
