import { z } from 'zod';
import { allowed } from './allowed.ts';
import { nameSchema } from './text.ts';

/** Entries by name, each a block of its own. */
export function named<Entry>(entry: z.ZodType<Entry, unknown>): z.ZodType<Record<string, Entry>, unknown> {
  const error = allowed('names, each with a block of its own', 'Indent the entries under their names.');
  return z.record(nameSchema, entry, { error });
}
