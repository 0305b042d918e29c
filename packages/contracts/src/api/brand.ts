import { z } from 'zod';

/** Whose the hosted screens are. What is absent is Signet's own. */
export interface BrandAnswer {
  readonly name?: string | undefined;
  /** The path of the picture. */
  readonly logo?: string | undefined;
}

export const brandAnswerSchema: z.ZodType<BrandAnswer, unknown> = z
  .object({
    name: z.string().optional().meta({ description: 'What people know the operator by.' }),
    logo: z.string().optional().meta({ description: 'Path of the picture on this server.' }),
  })
  .meta({ id: 'Brand' });
