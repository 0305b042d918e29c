import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { nameSchema } from '../../fields/text.ts';

/** `all` of `machines`, or those of these names. */
export type TakenMachines = 'all' | readonly string[];

const error = allowed(
  '`true`, or a list of names in `machines`',
  'Write `basic: true` for all of `machines`, or `basic: [billing]`.',
);

/** Which machines a route takes by their name and password (RFC 7617). */
export const basicSchema: z.ZodType<TakenMachines, unknown> = z.union(
  [
    z.literal(true, { error }).transform((): TakenMachines => 'all'),
    list(nameSchema, { least: 1, most: 256, of: 'machines' }),
  ],
  { error: (issue) => closest(issue) },
);

/** Of a list, what is wrong with the list. */
function closest(issue: z.core.$ZodRawIssue): string {
  if (issue.code !== 'invalid_union' || !Array.isArray(issue.input)) return error;
  return issue.errors[1]?.[0]?.message ?? error;
}
