import { z } from 'zod';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { share } from '../../fields/quantity.ts';

/** A line for each request, as JSON. */
export interface AccessLogConfiguration {
  /** `stdout`, the whole path of a file, or the address of a collector that speaks OTLP over HTTP; `/v1/logs` follows. */
  readonly to: string;
  /** Values of the query stand in it too, except those whose names speak of a secret. */
  readonly queryValues?: true;
}

/** Where spans go, and of how many requests. */
export interface TracingConfiguration {
  /** Of a collector that speaks OTLP over HTTP; `/v1/traces` follows. */
  readonly endpoint: string;
  /** Between 0 and 1. */
  readonly sample: number;
}

const placeMessage = allowed(
  '`stdout`, the whole path of a file, or the address of a collector that speaks OTLP over HTTP',
  'Write `to: stdout`, `to: /var/log/signet/access.jsonl` or `to: http://127.0.0.1:4318`.',
);

const placeSchema = z
  .string({ error: placeMessage })
  .max(1024, { error: placeMessage })
  .regex(
    /^(?:stdout|https?:\/\/[\x21-\x7e]+|\/[^\p{Cc}]*[^\p{Cc}/]|[A-Za-z]:[\\/][^\p{Cc}]*[^\p{Cc}\\/])$/u,
    {
      error: placeMessage,
    },
  )
  .refine((to) => !isCollector(to) || readAddress(to) !== undefined, { error: placeMessage });

/** Whether the lines of an access log go to a collector. */
export function isCollector(to: string): boolean {
  return /^https?:/.test(to);
}

export const accessLogSchema: z.ZodType<AccessLogConfiguration, unknown> = strict({
  to: placeSchema.meta({
    description:
      '`stdout`, the whole path of a file, or a collector that speaks OTLP over HTTP, such as `http://127.0.0.1:4318`.',
  }),
  queryValues: z
    .literal(true, { error: allowed('only `true`', 'Write `queryValues: true`, or leave it out.') })
    .exactOptional()
    .meta({ description: 'Keeps values of the query, except those whose names speak of a secret.' }),
});

export const tracingSchema: z.ZodType<TracingConfiguration, unknown> = strict({
  endpoint: addressSchema.meta({
    description: 'A collector that speaks OTLP over HTTP, such as `http://127.0.0.1:4318`.',
  }),
  sample: share({ example: '10%' })
    .prefault('10%')
    .meta({ description: 'Of how many requests spans are sent, where no trusted proxy has decided it.' }),
});
