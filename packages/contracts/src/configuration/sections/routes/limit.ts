import { z } from 'zod';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { parseClaimPath } from '../../fields/claim-path.ts';
import { list } from '../../fields/list.ts';
import { quotaSchema, rateSchema } from '../../fields/quantity.ts';
import { routeDefaults } from './defaults.ts';
import type {
  ConcurrencyConfiguration,
  LimitConfiguration,
  QuotaConfiguration,
  SingleWhose,
  Whose,
} from './type.ts';

const byMessage = allowed(
  '`route`, `address`, a claim such as `claims.sub`, or a list of two to four of these',
  'Write whose requests are counted together.',
);

const singleSchema = z
  .string({ error: byMessage })
  .refine((text) => parseBy(text) !== undefined, { error: byMessage });

const bySchema: z.ZodType<Whose, unknown> = z.union(
  [
    singleSchema.transform((text) => parseBy(text) ?? everybody),
    list(singleSchema, { least: 2, most: 4, of: 'kinds of callers' }).transform((texts) => ({
      kind: 'mix' as const,
      of: texts.map((text) => parseBy(text) ?? everybody),
    })),
  ],
  { error: byMessage },
);

const everybody: SingleWhose = { kind: 'route' };

function wholeNumber(most: number, what: string): z.ZodType<number, unknown> {
  const error = allowed(`a whole number from 1 to ${most}`, `Write ${what}.`);
  return z.int({ error }).min(1, { error }).max(most, { error });
}

/** What `limit` lists: how many in a time, how many at once, or how many in a day or month of the calendar. */
export type LimitEntry = LimitConfiguration | ConcurrencyConfiguration | QuotaConfiguration;

const entryShape = strict({
  rate: rateSchema.optional().meta({ description: 'How many requests, such as `100/s` or `1000/m`.' }),
  burst: wholeNumber(1_000_000, 'how many requests may come at once').exactOptional().meta({
    description:
      'How many of them may come at once, at most as many as `rate` says; all of them if left out. In any period there are at most as many as `rate` and `burst` say together, less one.',
  }),
  concurrent: wholeNumber(100_000, 'how many requests may be in progress at once')
    .optional()
    .meta({ description: 'How many requests may be in progress at once, in place of `rate`.' }),
  quota: quotaSchema.optional().meta({
    description:
      'How many requests in a day or month of the calendar (UTC), such as `10000/day`, in place of `rate`.',
  }),
  by: bySchema
    .prefault(routeDefaults.limit.by)
    .meta({ description: 'Whose: `route`, `address`, a claim such as `claims.sub`, or a list of these.' }),
});

export const limitSchema: z.ZodType<LimitEntry, unknown> = entryShape
  .superRefine(checkEntry, evenIfPartsAreWrong)
  .transform(({ rate, burst, concurrent, quota, by }): LimitEntry => {
    if (quota !== undefined) return { ...quota, by };
    if (rate === undefined) return { concurrent: concurrent ?? 1, by };
    return { ...rate, ...(burst === undefined ? {} : { burst }), by };
  })
  .meta({ oneOf: [{ required: ['rate'] }, { required: ['concurrent'] }, { required: ['quota'] }] });

function checkEntry(
  { rate, burst, concurrent, quota }: z.output<typeof entryShape>,
  context: z.core.$RefinementCtx,
): void {
  const report = (message: string, path: string[] = []) =>
    context.addIssue({ code: 'custom', path, message });
  if ([rate, concurrent, quota].filter((given) => given !== undefined).length !== 1) {
    const fix = 'Write `rate: 100/s`, `concurrent: 10`, or `quota: 10000/day`.';
    report(allowed('exactly one of `rate`, `concurrent` and `quota`', fix));
  }
  if (burst === undefined) return;
  if (rate === undefined) report(allowed('`burst` beside `rate` alone', 'Remove it.'), ['burst']);
  else if (burst > rate.count) {
    const most = allowed(
      `at most ${rate.count}, as many as \`rate\` says`,
      'Write how many may come at once.',
    );
    report(most, ['burst']);
  }
}

/** Whether a token must be known to say whose it is. */
export function needsClaims(by: Whose): boolean {
  return by.kind === 'mix' ? by.of.some(needsClaims) : by.kind === 'claim';
}

function parseBy(text: string): SingleWhose | undefined {
  if (text === 'route' || text === 'address') return { kind: text };
  const claim = parseClaimPath(text);
  return claim === undefined ? undefined : { kind: 'claim', claim };
}
