import { z } from 'zod';
import { phrases } from '../refusals/phrases.ts';
import { body, wholeNumber } from './fields.ts';

/** `POST /admin/gateways/answers/purge` */
export interface PurgeAnswersRequest {
  /** As the configuration calls it. */
  readonly route: string;
  /** Without its query: whatever that is, and whoever asked. Absent: all that the route keeps. */
  readonly path?: string | undefined;
}

/** Of the node that answers, and of the gateway nodes that are connected to it. */
export interface PurgeAnswersAnswer {
  readonly purged: number;
  /** Gateway processes that have forgotten them. */
  readonly gateways: number;
  /** Those that did not say so in time; what they kept may be given still. */
  readonly silent: number;
  /** A route of this name keeps answers here. */
  readonly keeps: boolean;
  /** Gateway nodes, by the names in `nodes`. */
  readonly nodes: PurgedNodes;
}

export interface PurgedNodes {
  /** All of their gateway processes have forgotten them. */
  readonly done: readonly string[];
  /** These did not say so in time, or not of each process; what they kept may be given still. */
  readonly silent: readonly string[];
  /** These are not connected to the node that answers, and were not told. */
  readonly away: readonly string[];
}

const textField = z
  .string({ error: phrases.text })
  .min(1, { error: phrases.text })
  .max(4096, { error: phrases.text });

export const purgeAnswersRequestSchema: z.ZodType<PurgeAnswersRequest, unknown> = body({
  route: textField,
  path: textField.optional(),
}).meta({ id: 'PurgeAnswersRequest' });

const names = z.array(z.string());

export const purgeAnswersAnswerSchema: z.ZodType<PurgeAnswersAnswer, unknown> = z
  .object({
    ...{ purged: wholeNumber, gateways: wholeNumber, silent: wholeNumber, keeps: z.boolean() },
    nodes: z.object({ done: names, silent: names, away: names }),
  })
  .meta({ id: 'PurgeAnswersAnswer' });
