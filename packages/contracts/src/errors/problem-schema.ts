import { z } from 'zod';
import { idField } from '../api/fields.ts';
import { refusalValuesSchema } from '../refusals/values-schema.ts';
import { errorCodes } from './catalogue.ts';
import type { Problem } from './problem.ts';

const text = z.string().max(4096);

/** Reads the body of a refusal. */
export const problemSchema: z.ZodType<Problem, unknown> = z
  .object({
    type: z.url().max(4096),
    title: text,
    status: z.int().min(400).max(599),
    detail: text,
    code: z.enum(errorCodes),
    variant: z.string().max(64).exactOptional(),
    values: refusalValuesSchema.exactOptional(),
    expected: text.exactOptional(),
    actual: text.exactOptional(),
    fix: text.exactOptional(),
    reference: idField('reference'),
  })
  .meta({ id: 'Problem' });
