import type { z } from 'zod';
import { strict } from '../../fields/allowed.ts';
import { claimPathSchema } from '../../fields/claim-path.ts';
import { duration, size } from '../../fields/quantity.ts';
import type { LlmCache } from './type.ts';

export const llmCacheSchema: z.ZodType<LlmCache, unknown> = strict({
  keepFor: duration({ least: '1s', most: '30d', example: '1h' })
    .prefault('1h')
    .meta({ description: 'How long an answer is given again to the same question.' }),
  sharedBy: claimPathSchema.exactOptional().meta({
    description:
      'Callers with the same value of this claim, such as `claims.team`, have answers in common; each subject has its own if left out.',
  }),
  maxBodyBytes: size({ least: '1B', most: '32MiB', example: '1MiB' })
    .prefault('1MiB')
    .meta({ description: 'A longer answer is not kept.' }),
});
