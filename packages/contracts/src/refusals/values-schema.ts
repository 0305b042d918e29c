import { z } from 'zod';
import type { RefusalValues } from './render.ts';

const mostValues = 16;

/** Reads the values of a refusal that came over a wire. */
export const refusalValuesSchema: z.ZodType<RefusalValues, unknown> = z
  .record(z.string().max(64), z.union([z.string().max(4096), z.number()]))
  .refine((values) => Object.keys(values).length <= mostValues);
