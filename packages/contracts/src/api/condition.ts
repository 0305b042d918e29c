import { z } from 'zod';

/** Which state of a thing is to be changed: the `If-Match` of RFC 9110 §13.1.1. */
export interface Condition {
  /** The ETag that an answer named, in its quotation marks. */
  readonly ifMatch: string;
}

export const conditionSchema: z.ZodType<Condition, unknown> = z.object({ ifMatch: z.string().max(256) });
