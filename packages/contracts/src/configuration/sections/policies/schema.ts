import type { z } from 'zod';
import { named } from '../../fields/named.ts';
import { sharedSchema } from '../routes/schema.ts';
import type { PoliciesConfiguration } from './type.ts';

export const policiesSchema: z.ZodType<PoliciesConfiguration, unknown> = named(sharedSchema);
