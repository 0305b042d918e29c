import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';
import { wholeNumber } from './fields.ts';

/** The query of `GET /admin/llm/costs`. */
export interface CostsQuery {
  /** The label by which costs are summed, such as `model`, `subject` or a claim. */
  readonly by: string;
  /** Milliseconds since the epoch: the first moment, and the first one after. */
  readonly since: number;
  readonly until?: number;
  readonly limit: number;
}

/** What was settled of requests that share one value and one currency. */
export interface CostOfValue {
  /** Absent for what has no such label. */
  readonly value?: string | undefined;
  readonly currency: string;
  readonly requests: number;
  /** Millionths of the currency. */
  readonly micros: number;
  readonly input: number;
  readonly output: number;
  /** Requests among them whose price nobody knows: they are not in `micros`. */
  readonly unpriced: number;
}

export interface CostsAnswer {
  /** From the dearest. */
  readonly costs: readonly CostOfValue[];
  /** There is more than was asked for. */
  readonly more: boolean;
}

/** One thing in the ledger that does not add up. */
export type LedgerProblem =
  | {
      readonly kind: 'request' | 'share';
      readonly id: string;
      readonly counts: 'micros' | 'tokens';
      /** What is counted, and what its entries come to. */
      readonly counted: number;
      readonly found: number;
    }
  | {
      readonly kind: 'budget';
      readonly budget: string;
      readonly endsAt: number;
      readonly counted: number;
      readonly found: number;
    };

export interface LedgerAnswer {
  readonly ok: boolean;
  readonly requests: number;
  readonly budgets: number;
  /** Reservations that are open now. */
  readonly open: number;
  /** At most a hundred. */
  readonly problems: readonly LedgerProblem[];
}

const momentField = z
  .string({ error: phrases.instant })
  .regex(/^(?:0|[1-9][0-9]{0,14})$/, { error: phrases.instant })
  .transform(Number);

export const costsQuerySchema: z.ZodType<CostsQuery, unknown> = z.strictObject(
  {
    by: z
      .string({ error: phrases.cost_label })
      .regex(/^[A-Za-z][\w.:-]{0,63}$/, { error: phrases.cost_label }),
    since: momentField,
    until: momentField.exactOptional(),
    limit: z
      .string({ error: phrases.limit })
      .regex(/^(?:[1-9][0-9]{0,2}|1000)$/, { error: phrases.limit })
      .prefault('100')
      .transform(Number),
  },
  { error: phrases.costs_query },
);

export const costsAnswerSchema: z.ZodType<CostsAnswer, unknown> = z
  .object({
    costs: z.array(
      z.object({
        value: z.string().optional(),
        currency: z.string(),
        requests: wholeNumber,
        micros: wholeNumber,
        input: wholeNumber,
        output: wholeNumber,
        unpriced: wholeNumber,
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'CostsAnswer' });

const counted = { counted: wholeNumber, found: wholeNumber };

export const ledgerAnswerSchema: z.ZodType<LedgerAnswer, unknown> = z
  .object({
    ok: z.boolean(),
    requests: wholeNumber,
    budgets: wholeNumber,
    open: wholeNumber,
    problems: z.array(
      z.union([
        z.object({
          kind: z.enum(['request', 'share']),
          id: z.string(),
          counts: z.enum(['micros', 'tokens']),
          ...counted,
        }),
        z.object({ kind: z.literal('budget'), budget: z.string(), endsAt: wholeNumber, ...counted }),
      ]),
    ),
  })
  .meta({ id: 'LedgerAnswer' });
