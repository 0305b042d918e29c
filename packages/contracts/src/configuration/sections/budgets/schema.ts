import { z } from 'zod';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { oneOrMore } from '../../fields/list.ts';
import { parseMoney } from '../../fields/money.ts';
import { named } from '../../fields/named.ts';
import { sentence } from '../../fields/text.ts';
import { budgetDefaults as usual } from './defaults.ts';
import { dimensionSchema, dimensionsOf } from './dimension.ts';
import type { BudgetConfiguration, BudgetsConfiguration, MostSpent } from './type.ts';

const mostMessage = allowed(
  'an amount above zero with its currency, or a number of tokens',
  'Write it as `50 USD`, `0.5 EUR` or `2000000 tokens`.',
);

const tokensPattern = /^([1-9][0-9]{0,14}) tokens$/;

const mostSchema: z.ZodType<MostSpent, string> = z
  .string({ error: mostMessage })
  .refine((text) => parseMost(text) !== undefined, { error: mostMessage })
  .transform((text) => parseMost(text) ?? { counts: 'tokens', limit: 0 });

function parseMost(text: string): MostSpent | undefined {
  const [, tokens] = tokensPattern.exec(text) ?? [];
  if (tokens !== undefined) return { counts: 'tokens', limit: Number(tokens) };
  const money = parseMoney(text);
  return money && { counts: 'micros', limit: money.micros, currency: money.currency };
}

const zoneMessage = allowed(
  'a zone of the tz database, such as `Europe/Berlin`',
  'Write its name as https://en.wikipedia.org/wiki/List_of_tz_database_time_zones has it, or leave it out: `UTC`.',
);

const zoneSchema = z
  .string({ error: zoneMessage })
  .regex(/^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:\/[A-Za-z0-9_+-]{1,31}){0,2}$/, { error: zoneMessage, abort: true })
  .refine(isZone, { error: zoneMessage });

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const onlyMessage = allowed(
  '1 to 8 kinds of values, each with those that count',
  'Write lines such as `model: [gpt-5.6]` or `claims.team: research`.',
);

const valuesSchema = oneOrMore(sentence(256), { least: 1, most: 64, of: 'values' });

const onlySchema = z
  .record(dimensionSchema, valuesSchema, { error: onlyMessage })
  .refine((only) => Object.keys(only).length > 0 && Object.keys(only).length <= 8, { error: onlyMessage });

const budgetShape = strict({
  most: mostSchema.meta({
    description:
      'What may be spent: an amount such as `50 USD`, or tokens in and out such as `2000000 tokens`.',
  }),
  per: choice(['minute', 'hour', 'day', 'month']).meta({
    description: 'Of the calendar; then it is filled again.',
  }),
  zone: zoneSchema
    .prefault(usual.zone)
    .meta({ description: 'By whose clock hours, days and months begin, summer time included.' }),
  by: oneOrMore(dimensionSchema, { least: 1, most: 4, of: 'kinds of callers' }).exactOptional().meta({
    description:
      'Each combination has a budget of its own: `claims.team`, `key`, `route`, `provider`, `model`, `tags.project`. All share one if left out.',
  }),
  only: onlySchema.exactOptional().meta({
    description: 'It counts those calls alone that have one of these values in each.',
  }),
  soft: z
    .literal(true, onlyTrue)
    .exactOptional()
    .meta({ description: 'It warns, in the header `Signet-Budget`, and never refuses.' }),
  dangerouslyAllowUnpriced: z.literal(true, onlyTrue).exactOptional().meta({
    description:
      'What has no price that anybody knows passes it and counts as nothing. Without it such calls are refused.',
  }),
});

type BudgetShape = z.output<typeof budgetShape>;

const budgetSchema: z.ZodType<BudgetConfiguration, unknown> = budgetShape
  .superRefine(checkBudget, evenIfPartsAreWrong)
  .transform(({ by = [], only = {}, soft, dangerouslyAllowUnpriced, ...rest }) => ({
    ...rest,
    by: dimensionsOf(by),
    only: Object.entries(only).flatMap(([text, values]) =>
      dimensionsOf([text]).map((of) => ({ of, values })),
    ),
    soft: soft === true,
    unpriced: dangerouslyAllowUnpriced === true,
  }));

/** One request is counted by so many at most. */
const mostBudgets = 16;
const budgetsMessage = allowed(`at most ${mostBudgets} budgets`, 'Leave out those that others hold already.');

export const budgetsSchema: z.ZodType<BudgetsConfiguration, unknown> = named(budgetSchema).refine(
  (budgets) => Object.keys(budgets).length <= mostBudgets,
  { error: budgetsMessage },
);

function checkBudget({ most, dangerouslyAllowUnpriced }: BudgetShape, context: z.core.$RefinementCtx): void {
  if (dangerouslyAllowUnpriced === undefined || most?.counts !== 'tokens') return;
  const message = allowed(
    '`dangerouslyAllowUnpriced` beside money alone: tokens need no price',
    'Remove it.',
  );
  context.addIssue({ code: 'custom', path: ['dangerouslyAllowUnpriced'], message });
}
