import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';
import { wholeNumber } from './fields.ts';

/** Of `GET /admin/revocations/{sequence}`: which entry of the log. */
export interface RevocationParameters {
  readonly sequence: number;
}

/** Who follows the log: a gateway, or an app that says who it is. */
export interface RevocationFollower {
  readonly kind: 'gateway' | 'app';
  /** Of an app: its client, a slash, and what it calls itself there. */
  readonly name: string;
  /** The process of Signet that knows it; drawn at each start. */
  readonly node: string;
  /** Everything up to this entry is refused there. */
  readonly applied: number;
  /** Milliseconds since something was heard of it. */
  readonly silentFor: number;
}

/** How far an entry of the log has got. */
export interface RevocationReach {
  readonly sequence: number;
  /** Milliseconds since the epoch: when it was so. */
  readonly at: number;
  /** Each of `followers` refuses what the entry names. */
  readonly everywhere: boolean;
  readonly followers: readonly RevocationFollower[];
}

export const revocationParametersSchema: z.ZodType<RevocationParameters, unknown> = z.strictObject({
  sequence: z
    .string({ error: phrases.sequence })
    .regex(/^[1-9][0-9]{0,14}$/, { error: phrases.sequence })
    .transform(Number),
});

export const revocationReachSchema: z.ZodType<RevocationReach, unknown> = z
  .object({
    sequence: wholeNumber,
    at: wholeNumber,
    everywhere: z.boolean(),
    followers: z.array(
      z.object({
        kind: z.enum(['gateway', 'app']),
        name: z.string(),
        node: z.string(),
        applied: wholeNumber,
        silentFor: wholeNumber,
      }),
    ),
  })
  .meta({ id: 'RevocationReach' });
