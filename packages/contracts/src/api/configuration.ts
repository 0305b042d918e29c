import { z } from 'zod';
import type { Reference } from '../ids/id.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, idField, wholeNumber } from './fields.ts';

/** `GET /admin/configuration/document`: the gateway part that is in force. */
export interface ConfigurationDocument {
  /** Of what was applied last; 0 where the file of each node says it. */
  readonly number: number;
  readonly source: 'file' | 'applied';
  readonly text: string;
  /** What `If-Match` must say to replace it (RFC 9110 §13.1.1). */
  readonly etag: string;
}

/** `POST /admin/configuration/checks`: what an apply would come to; nothing changes. */
export interface CheckConfigurationRequest {
  readonly text: string;
}

export interface CheckConfigurationAnswer {
  readonly ok: boolean;
  readonly problems: readonly TextProblem[];
  /** What the gateways would do otherwise, in words. */
  readonly changes: readonly string[];
  /** Of what it was held against. */
  readonly etag: string;
}

/** One thing to mend in a text. */
export interface TextProblem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly actual: string;
  readonly expected: string;
  readonly fix: string;
}

/** `PUT /admin/configuration/document` */
export interface ApplyConfigurationRequest {
  readonly text: string;
  /** Routes that may let everyone in from now on where a token was asked for; any other is refused. */
  readonly open?: readonly string[];
  /** Models that may ask others from now on with which tests of prompts do not pass. */
  readonly switch?: readonly string[];
}

/** `POST /admin/configuration/rollbacks` */
export interface RollBackRequest {
  /** One of the history; 0: the file of each node counts again. */
  readonly number: number;
  /** As of an apply. */
  readonly open?: readonly string[];
  readonly switch?: readonly string[];
}

export interface AppliedConfiguration {
  readonly number: number;
  readonly etag: string;
  readonly changes: readonly string[];
  /** SHA-256 of what the gateways of this node have now. */
  readonly version: string;
}

export interface ConfigurationsQuery {
  readonly limit: number;
  /** Only those with a smaller number. */
  readonly before?: number;
}

/** What was applied, without its text. */
export interface ConfigurationSummary {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: { readonly kind: string; readonly id?: string | undefined };
  /** `returned`: from then on the file of each node counts. */
  readonly kind: 'applied' | 'rolled_back' | 'returned';
  /** Which one a rollback took up again. */
  readonly restores?: number | undefined;
  readonly changes: readonly string[];
}

/** Newest first. */
export interface ConfigurationsAnswer {
  readonly configurations: readonly ConfigurationSummary[];
}

export interface AppliedParameters {
  readonly number: number;
}

export interface ConfigurationEntry extends ConfigurationSummary {
  /** Absent where the file counts. */
  readonly text?: string | undefined;
}

/** `POST /admin/configuration/trials`: recorded calls, decided once more by a draft. Nothing changes. */
export interface TryConfigurationRequest {
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

export interface TryConfigurationAnswer {
  readonly ok: boolean;
  readonly problems: readonly TextProblem[];
  /** How many recorded calls of gateways were decided once more. */
  readonly calls: number;
  /** When the oldest of them was made; absent where there is none. */
  readonly from?: number | undefined;
  /** That come to the same, or would be refused otherwise. */
  readonly same: number;
  readonly flips: readonly Flip[];
  /** Calls that flip and are in none of these: there are too many kinds. */
  readonly furtherFlips: number;
  readonly cannotTell: readonly Untold[];
}

/** Calls of one consumer on one route that would be decided otherwise. */
export interface Flip {
  /** A client or subject whose token was checked; absent where nobody was proven. */
  readonly consumer?: string | undefined;
  /** That took them; absent where none did. */
  readonly route?: string | undefined;
  /** Absent: they were allowed, and would be refused. */
  readonly was?: string | undefined;
  /** The code of the refusal; absent: they would be allowed. */
  readonly becomes?: string | undefined;
  readonly count: number;
  readonly examples: readonly Reference[];
}

export interface Untold {
  /** What the records do not hold. */
  readonly why: string;
  readonly count: number;
  readonly examples: readonly Reference[];
}

/** Characters; as many as of a file. */
const longestText = 1024 * 1024;
/** Of a body with such a text, whatever of it is escaped. */
export const mostBytesOfText: number = 2.5 * 1024 * 1024;

const textField = z
  .string({ error: phrases.configuration_text })
  .min(1, { error: phrases.configuration_text })
  .max(longestText, { error: phrases.configuration_text });

const numberInPath = z
  .string({ error: phrases.configuration_number })
  .regex(/^[1-9][0-9]{0,8}$/, { error: phrases.configuration_number })
  .transform(Number);

const openField = z
  .array(z.string({ error: phrases.opened_routes }).min(1, { error: phrases.opened_routes }).max(64), {
    error: phrases.opened_routes,
  })
  .max(1000, { error: phrases.opened_routes });

const switchField = z
  .array(z.string({ error: phrases.switched_models }).min(1, { error: phrases.switched_models }).max(256), {
    error: phrases.switched_models,
  })
  .max(1000, { error: phrases.switched_models });

const changesField = z.array(z.string().max(4096));
const etagField = z.string().max(64);

const problemSchema = z.object({
  line: wholeNumber,
  column: wholeNumber,
  path: z.string(),
  actual: z.string(),
  expected: z.string(),
  fix: z.string(),
});

const summaryShape = {
  number: wholeNumber,
  at: wholeNumber,
  by: z.object({ kind: z.string().max(64), id: z.string().max(128).optional() }),
  kind: z.enum(['applied', 'rolled_back', 'returned']),
  restores: wholeNumber.optional(),
  changes: changesField,
};

export const configurationDocumentSchema: z.ZodType<ConfigurationDocument, unknown> = z
  .object({
    number: wholeNumber,
    source: z.enum(['file', 'applied']),
    text: z.string(),
    etag: etagField,
  })
  .meta({ id: 'ConfigurationDocument' });

export const checkConfigurationRequestSchema: z.ZodType<CheckConfigurationRequest, unknown> = body({
  text: textField,
}).meta({ id: 'CheckConfigurationRequest' });

export const checkConfigurationAnswerSchema: z.ZodType<CheckConfigurationAnswer, unknown> = z
  .object({
    ok: z.boolean(),
    problems: z.array(problemSchema),
    changes: changesField,
    etag: etagField,
  })
  .meta({ id: 'CheckConfigurationAnswer' });

export const applyConfigurationRequestSchema: z.ZodType<ApplyConfigurationRequest, unknown> = body({
  text: textField,
  open: openField.exactOptional(),
  switch: switchField.exactOptional(),
}).meta({ id: 'ApplyConfigurationRequest' });

export const rollBackRequestSchema: z.ZodType<RollBackRequest, unknown> = body({
  number: z
    .int({ error: phrases.configuration_number })
    .min(0, { error: phrases.configuration_number })
    .max(999_999_999, { error: phrases.configuration_number }),
  open: openField.exactOptional(),
  switch: switchField.exactOptional(),
}).meta({ id: 'RollBackRequest' });

export const appliedConfigurationSchema: z.ZodType<AppliedConfiguration, unknown> = z
  .object({ number: wholeNumber, etag: etagField, changes: changesField, version: z.string().max(64) })
  .meta({ id: 'AppliedConfiguration' });

export const configurationsQuerySchema: z.ZodType<ConfigurationsQuery, unknown> = z.strictObject(
  {
    limit: z
      .string({ error: phrases.limit })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
      .prefault('20')
      .transform(Number),
    before: numberInPath.exactOptional(),
  },
  { error: phrases.limit_and_before },
);

export const configurationsAnswerSchema: z.ZodType<ConfigurationsAnswer, unknown> = z
  .object({ configurations: z.array(z.object(summaryShape)) })
  .meta({ id: 'ConfigurationsAnswer' });

export const appliedParametersSchema: z.ZodType<AppliedParameters, unknown> = z.strictObject({
  number: numberInPath,
});

export const configurationEntrySchema: z.ZodType<ConfigurationEntry, unknown> = z
  .object({ ...summaryShape, text: z.string().optional() })
  .meta({ id: 'ConfigurationEntry' });

export const tryConfigurationRequestSchema: z.ZodType<TryConfigurationRequest, unknown> = body({
  text: textField,
  since: z.int({ error: phrases.instant }).min(0, { error: phrases.instant }),
}).meta({ id: 'TryConfigurationRequest' });

const examplesField = z.array(idField('reference'));

export const tryConfigurationAnswerSchema: z.ZodType<TryConfigurationAnswer, unknown> = z
  .object({
    ok: z.boolean(),
    problems: z.array(problemSchema),
    calls: wholeNumber,
    from: wholeNumber.optional(),
    same: wholeNumber,
    flips: z.array(
      z.object({
        consumer: z.string().optional(),
        route: z.string().optional(),
        was: z.string().optional(),
        becomes: z.string().optional(),
        count: wholeNumber,
        examples: examplesField,
      }),
    ),
    furtherFlips: wholeNumber,
    cannotTell: z.array(z.object({ why: z.string(), count: wholeNumber, examples: examplesField })),
  })
  .meta({ id: 'TryConfigurationAnswer' });
