import { z } from 'zod';
import { allowed } from './allowed.ts';

export interface ListBounds {
  readonly least: number;
  readonly most: number;
  /** What an entry is called, in the plural. */
  readonly of: string;
}

/** A list without repeated entries; a repetition is a slip, and a slip in a list of permissions matters. */
export function list<Output, Input>(
  item: z.ZodType<Output, Input>,
  { least, most, of }: ListBounds,
): z.ZodType<Output[], Input[]> {
  const error = allowed(
    `a list of ${least} to ${most} ${of}`,
    `Write them as \`[first, second]\` or one a line after \`- \`.`,
  );
  return z.array(item, { error }).min(least, { error }).max(most, { error }).superRefine(refuseRepeats);
}

function refuseRepeats(items: readonly unknown[], context: z.core.$RefinementCtx): void {
  const seen = new Set<unknown>();
  items.forEach((item, index) => {
    if (seen.has(item)) {
      context.addIssue({
        code: 'custom',
        path: [index],
        message: allowed('each entry once', 'Remove the repetition.'),
      });
    }
    if (typeof item === 'string') seen.add(item);
  });
}

/** One entry, or a list of them, as a list. */
export function oneOrMore<Output, Input>(
  item: z.ZodType<Output, Input>,
  bounds: ListBounds,
): z.ZodType<Output[], Input | Input[]> {
  const many = list(item, bounds);
  return z.union([many, item.transform((one) => [one])], { error: (issue) => closest(issue, bounds) });
}

/** A union knows two answers to every mistake; the one for the form that was written is the useful one. */
function closest(issue: z.core.$ZodRawIssue, { of }: ListBounds): string | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const branch = issue.errors[Array.isArray(issue.input) ? 0 : 1];
  return (
    branch?.[0]?.message ?? allowed(`one or a list of ${of}`, 'Write one, or several as `[first, second]`.')
  );
}
