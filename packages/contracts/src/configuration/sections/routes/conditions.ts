import { type ConditionPlace, longestExpression, readCondition } from '@signet/conditions';
import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';
import { nameSchema } from '../../fields/text.ts';
import type { ConditionConfiguration, RouteConfiguration } from './type.ts';

/** What the one condition of a route is called that has no name of its own. */
const onlyCondition = 'condition';
const mostConditions = 8;

const shapeMessage = allowed(
  `a condition, or 1 to ${mostConditions} of them by name`,
  'Write `condition: claims.tenant == path.tenant`, or lines such as `own-tenant: claims.tenant == path.tenant`.',
);

const textSchema = z
  .string({ error: shapeMessage })
  .min(1, { error: shapeMessage })
  .max(longestExpression, {
    error: allowed(
      `a condition of at most ${longestExpression} characters`,
      'Split it into several by name.',
    ),
  });

/** `condition` is what one without a name is called. */
const conditionNameSchema = nameSchema.refine((name) => name !== onlyCondition, {
  error: allowed('a name that says what the condition is', 'Choose a name such as `own-tenant`.'),
});

const namedSchema = z
  .record(conditionNameSchema, textSchema, { error: shapeMessage })
  .refine((named) => Object.keys(named).length >= 1 && Object.keys(named).length <= mostConditions, {
    error: shapeMessage,
  });

/** A text, or texts by name. Whether each can be read is known together with the route's path alone. */
export const conditionsSchema: z.ZodType<readonly ConditionConfiguration[], unknown> = z.union(
  [
    textSchema.transform((text) => [{ name: onlyCondition, text }]),
    namedSchema.transform((named) => Object.entries(named).map(([name, text]) => ({ name, text }))),
  ],
  { error: shapeMessage },
);

export function isUnnamed(conditions: readonly ConditionConfiguration[]): boolean {
  return conditions.length === 1 && conditions[0]?.name === onlyCondition;
}

/** Where a route's conditions are asked, and so which names they know. */
export function conditionPlace({ id, match }: Pick<RouteConfiguration, 'id' | 'match'>): ConditionPlace {
  return { pattern: match.path, route: id };
}

/** The words of the problem of a condition that cannot be read; undefined where it can. */
export function conditionFault(
  { name, text }: ConditionConfiguration,
  place: ConditionPlace,
): string | undefined {
  const reading = readCondition(name, text, place);
  if (reading.ok) return undefined;
  const where = reading.at === undefined ? '' : `, at character ${reading.at}`;
  return allowed(
    `a condition in CEL that is true or false (${reading.reason.replace(/\s+/g, ' ')}${where})`,
    'See "Conditions" in docs/configuration.md for the names and functions it may use.',
  );
}
