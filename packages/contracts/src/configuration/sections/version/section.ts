import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';
import type { Section } from '../../section.ts';

export const version: Section<1> = {
  description: 'The version of this format.',
  schema: z.literal(1, { error: allowed('`1`, the version of this format', 'Write `version: 1`.') }),
  absent: { reads: 1 },
  defaults: {},
  checks: [],
};
