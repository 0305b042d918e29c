import type { z } from 'zod';
import { strict } from '../../fields/allowed.ts';
import { duration } from '../../fields/quantity.ts';
import type { LlmKeep } from './type.ts';

export const llmKeepSchema: z.ZodType<LlmKeep, unknown> = strict({
  bodies: duration({ least: '1m', most: '30d', example: '1d' }).meta({
    description:
      'How long questions and answers are kept, with personal data and secrets masked, for `signet llm rehearse`.',
  }),
});
