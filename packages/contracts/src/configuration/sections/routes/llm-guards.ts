import { longestExpression, readCondition } from '@signet/conditions';
import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { count } from '../../fields/quantity.ts';
import { guardedKinds } from './guarded-kinds.ts';
import { jsonSchema } from './request.ts';
import type { LlmGuard } from './type.ts';

const mostGuards = 16;

const termMessage = allowed(
  'a word, or several, of 2 to 100 characters',
  'Write it in quotes where it has a colon: `"project: nightjar"`.',
);

const termSchema = z
  .string({ error: termMessage })
  .min(2, { error: termMessage })
  .max(100, { error: termMessage })
  .refine((term) => term.trim() === term && !/\p{Cc}/u.test(term), { error: termMessage });

const unlessMessage = allowed(
  `a condition in CEL of the claims, of at most ${longestExpression} characters`,
  "Write `unless: claims.team == 'legal'`.",
);

const guardShape = strict({
  find: list(choice([...guardedKinds]), { least: 1, most: guardedKinds.length, of: 'kinds' })
    .exactOptional()
    .meta({ description: 'What it looks for. Cards and accounts count where their check digits are right.' }),
  terms: list(termSchema, { least: 1, most: 500, of: 'terms' })
    .exactOptional()
    .meta({ description: 'Words it looks for, in whatever letters.' }),
  longest: count(1, 100_000_000)
    .exactOptional()
    .meta({ description: 'Most characters of a question, or of an answer; longer ones are refused.' }),
  schema: jsonSchema
    .exactOptional()
    .meta({ description: 'What the text of an answer must be, as JSON; others are refused.' }),
  in: choice(['both', 'question', 'answer']).prefault('both').meta({ description: 'Where it looks.' }),
  act: choice(['refuse', 'mask', 'restore']).prefault('refuse').meta({
    description:
      'What becomes of what it finds: the whole is refused, or it is masked; `restore` undoes the mask in the answer.',
  }),
  unless: z
    .string({ error: unlessMessage })
    .min(1, { error: unlessMessage })
    .max(longestExpression, { error: unlessMessage })
    .superRefine(checkUnless)
    .exactOptional()
    .meta({ description: 'Does not look where this holds of the claims of the caller.' }),
});

const fewMessage = allowed(
  `1 to ${mostGuards} guards by name`,
  'Write lines such as `personal: { find: [email, card], act: restore }`.',
);

/** In their order: where several look for the same, the first counts. */
export const guardsSchema: z.ZodType<readonly LlmGuard[], unknown> = named(
  guardShape.superRefine(checkPurpose),
)
  .refine((guards) => Object.keys(guards).length >= 1 && Object.keys(guards).length <= mostGuards, {
    error: fewMessage,
  })
  .transform((guards) =>
    Object.entries(guards).map(([name, { find = [], terms = [], ...rest }]) => ({
      ...{ name, find, terms },
      ...rest,
    })),
  );

function checkUnless(text: string, context: z.core.$RefinementCtx): void {
  const reading = readCondition('unless', text);
  if (reading.ok) return;
  const reason = reading.reason.replaceAll(/\s+/g, ' ');
  const message = allowed(
    `a condition in CEL that is true or false (${reason})`,
    'See "Conditions" in docs/configuration.md for the functions it may use.',
  );
  context.addIssue({ code: 'custom', message });
}

function checkPurpose(
  { find, terms, longest, schema, in: where, act }: z.output<typeof guardShape>,
  context: z.core.$RefinementCtx,
): void {
  const looksFor = find !== undefined || terms !== undefined;
  if (!looksFor && longest === undefined && schema === undefined) {
    const message = allowed(
      'at least one of `find`, `terms`, `longest` and `schema`',
      'Say what it looks for.',
    );
    context.addIssue({ code: 'custom', message });
  }
  if (!looksFor && act !== 'refuse') {
    const message = allowed('`refuse` where nothing is found that could be masked', 'Leave `act` out.');
    context.addIssue({ code: 'custom', path: ['act'], message });
  }
  if (schema !== undefined && where === 'question') {
    const message = allowed('`both` or `answer` beside `schema`, which is for answers', 'Leave `in` out.');
    context.addIssue({ code: 'custom', path: ['in'], message });
  }
  if (act === 'restore' && where === 'answer') {
    const message = allowed(
      '`both` or `question` beside `restore`: what a question did not have cannot come back',
      'Write `act: mask`.',
    );
    context.addIssue({ code: 'custom', path: ['act'], message });
  }
}
