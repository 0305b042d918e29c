import { z } from 'zod';
import type { Reference } from '../ids/id.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, idField, wholeNumber } from './fields.ts';

/** The query of `GET /admin/llm/kept-calls`. */
export interface KeptCallsQuery {
  readonly route: string;
  /** Milliseconds since the epoch: the first moment. */
  readonly since: number;
  readonly limit: number;
}

/** A call that can be tried with another model; nothing of what was asked or answered. */
export interface KeptCallSummary {
  readonly reference: Reference;
  readonly at: number;
  readonly asked: string;
  readonly provider: string;
  readonly model: string;
}

export interface KeptCallsAnswer {
  /** Whether the route keeps any by the configuration in force. */
  readonly keeps: boolean;
  /** From the newest. */
  readonly calls: readonly KeptCallSummary[];
  /** There are more than were asked for. */
  readonly more: boolean;
}

/** `POST /admin/llm/kept-calls/purge` */
export interface PurgeKeptCallsRequest {
  readonly route: string;
}

export interface PurgeKeptCallsAnswer {
  readonly purged: number;
}

/** The body of `POST /admin/llm/rehearsals`: one kept call, asked of another model. */
export interface RehearseRequest {
  /** By which all cases of one rehearsal share one budget; the caller makes it up. */
  readonly rehearsal: string;
  /** Milliseconds since the epoch; the same for all its cases. */
  readonly begunAt: number;
  /** Millionths of the currency that all cases together may cost. */
  readonly most: number;
  readonly currency: string;
  readonly reference: Reference;
  /** A name that `llm.models` has, or a model of a provider that was added by command, as `PROVIDER/MODEL`. */
  readonly to: string;
}

/** What is to be said of an answer beside the one that there was. */
const rehearsalFindings = [
  'refuses',
  'cut',
  'empty',
  'schema',
  'arguments',
  'other-tools',
  'other-arguments',
  'no-longer-refuses',
  'loses',
] as const;

export type RehearsalFinding = (typeof rehearsalFindings)[number];

export const rehearsalVerdicts = ['as-good', 'look', 'worse', 'failed', 'not-asked'] as const;

export type RehearsalVerdict = (typeof rehearsalVerdicts)[number];

/** Why a case was not asked. */
const notAskedReasons = [
  'gone',
  'budget',
  'unpriced',
  'unbounded',
  'other-currency',
  'no-key',
  'asked-before',
  'unreadable',
] as const;

export type NotAskedReason = (typeof notAskedReasons)[number];

/** One answer, as far as numbers say. */
export interface RehearsedSide {
  readonly provider: string;
  readonly model: string;
  /** Milliseconds. */
  readonly took: number;
  readonly input?: number | undefined;
  readonly output?: number | undefined;
  /** Absent where nobody knows it. */
  readonly costMicros?: number | undefined;
  readonly currency?: string | undefined;
}

export interface RehearsedCase {
  readonly reference: string;
  readonly verdict: RehearsalVerdict;
  readonly findings: readonly RehearsalFinding[];
  /** Where it was not asked. */
  readonly because?: NotAskedReason | undefined;
  /** Where it failed: how, without anything of what the provider said. */
  readonly failure?: string | undefined;
  readonly before?: RehearsedSide | undefined;
  readonly after?: RehearsedSide | undefined;
  /** What the candidate cannot be asked in full, such as `seed dropped`. */
  readonly losses: readonly string[];
}

const routeField = z
  .string({ error: phrases.kept_route })
  .min(1, { error: phrases.kept_route })
  .max(64, { error: phrases.kept_route });

export const purgeKeptCallsRequestSchema: z.ZodType<PurgeKeptCallsRequest, unknown> = body({
  route: routeField,
}).meta({ id: 'PurgeKeptCallsRequest' });

export const purgeKeptCallsAnswerSchema: z.ZodType<PurgeKeptCallsAnswer, unknown> = z
  .object({ purged: wholeNumber })
  .meta({ id: 'PurgeKeptCallsAnswer' });

export const keptCallsQuerySchema: z.ZodType<KeptCallsQuery, unknown> = z.strictObject(
  {
    route: routeField,
    since: z
      .string({ error: phrases.instant })
      .regex(/^(?:0|[1-9][0-9]{0,14})$/, { error: phrases.instant })
      .transform(Number),
    limit: z
      .string({ error: phrases.limit })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
      .prefault('100')
      .transform(Number),
  },
  { error: phrases.kept_calls_query },
);

export const keptCallsAnswerSchema: z.ZodType<KeptCallsAnswer, unknown> = z
  .object({
    keeps: z.boolean(),
    calls: z.array(
      z.object({
        reference: idField('reference'),
        at: wholeNumber,
        asked: z.string(),
        provider: z.string(),
        model: z.string(),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'KeptCallsAnswer' });

export const rehearseRequestSchema: z.ZodType<RehearseRequest, unknown> = body({
  rehearsal: z
    .string({ error: phrases.rehearsal })
    .regex(/^[A-Za-z0-9_-]{16,64}$/, { error: phrases.rehearsal }),
  begunAt: z.int({ error: phrases.instant }).nonnegative({ error: phrases.instant }),
  most: z
    .int({ error: phrases.rehearsal_most })
    .min(1, { error: phrases.rehearsal_most })
    .max(1_000_000_000_000, { error: phrases.rehearsal_most }),
  currency: z
    .string({ error: phrases.rehearsal_currency })
    .regex(/^[A-Z]{3}$/, { error: phrases.rehearsal_currency }),
  reference: idField('reference'),
  to: z
    .string({ error: phrases.rehearsal_model })
    .min(1, { error: phrases.rehearsal_model })
    .max(256, { error: phrases.rehearsal_model }),
}).meta({ id: 'RehearseRequest' });

const sideShape = {
  provider: z.string(),
  model: z.string(),
  took: wholeNumber,
  input: wholeNumber.optional(),
  output: wholeNumber.optional(),
  costMicros: wholeNumber.optional(),
  currency: z.string().optional(),
};

export const rehearsedCaseSchema: z.ZodType<RehearsedCase, unknown> = z
  .object({
    reference: z.string(),
    verdict: z.enum(rehearsalVerdicts),
    findings: z.array(z.enum(rehearsalFindings)),
    because: z.enum(notAskedReasons).optional(),
    failure: z.string().optional(),
    before: z.object(sideShape).optional(),
    after: z.object(sideShape).optional(),
    losses: z.array(z.string()),
  })
  .meta({ id: 'RehearsedCase' });
