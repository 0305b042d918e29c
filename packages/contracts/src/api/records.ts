import { z } from 'zod';
import type { DecisionRecord } from '../events/decision-record.ts';
import { decisionRecordSchema } from '../events/decision-record-schema.ts';
import type { Reference } from '../ids/id.ts';
import { phrases } from '../refusals/phrases.ts';
import { idField } from './fields.ts';

/** The parameter of `GET /admin/explanations/:reference`, whose answer is a `DecisionRecord`. */
export interface ExplanationParameters {
  readonly reference: Reference;
}

/** The query of `GET /admin/records`. */
export interface RecordsQuery {
  readonly limit: number;
}

/** Newest first. */
export interface RecordsAnswer {
  readonly records: readonly DecisionRecord[];
}

export const explanationParametersSchema: z.ZodType<ExplanationParameters, unknown> = z.strictObject({
  reference: idField('reference'),
});

const limitError = phrases.limit;

export const recordsQuerySchema: z.ZodType<RecordsQuery, unknown> = z.strictObject(
  {
    limit: z
      .string({ error: limitError })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: limitError })
      .prefault('100')
      .transform(Number),
  },
  { error: phrases.only_limit },
);

export const recordsAnswerSchema: z.ZodType<RecordsAnswer, unknown> = z
  .object({
    records: z.array(decisionRecordSchema),
  })
  .meta({ id: 'RecordsAnswer' });
