import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { count, duration } from '../../fields/quantity.ts';
import { upstreamDefaults } from './defaults.ts';
import { type StatusRange, statusRange } from './status-range.ts';

/** How each gateway process finds out for itself whether a target is well. */
export interface HealthConfiguration {
  /** Path and query, behind the path of the target. */
  readonly path: string;
  /** Milliseconds from the end of one check to the next. */
  readonly every: number;
  /** Milliseconds for a whole check, connecting and reading included. */
  readonly timeout: number;
  /** So many good checks in a row, and a target that was unwell is asked again. */
  readonly healthyAfter: number;
  /** So many bad ones in a row, and it is not asked any more. */
  readonly unhealthyAfter: number;
  /** The statuses of a good check: the first and the last of them. */
  readonly expect: StatusRange;
}

const { health: defaults } = upstreamDefaults;

const pathMessage = allowed(
  'a path that starts with a slash, perhaps with a query, in visible ASCII characters without `#`',
  'Write it as `/healthz`.',
);

const pathSchema = z
  .string({ error: pathMessage })
  .max(512, { error: pathMessage })
  .regex(/^\/(?!\/)[\x21\x22\x24-\x5b\x5d-\x7e]*$/, { error: pathMessage })
  .refine((path) => !/(?:^|\/)\.{1,2}(?:[/?]|$)/.test(path), { error: pathMessage });

const expectMessage = allowed(
  'a status from 200 to 599, or a range of them',
  'Write it as `204` or `200-299`.',
);
export const healthSchema: z.ZodType<HealthConfiguration, unknown> = strict({
  path: pathSchema.meta({ description: 'What is asked for by `GET`, behind the path of the target.' }),
  every: duration({ least: '100ms', most: '1h', example: defaults.every })
    .prefault(defaults.every)
    .meta({ description: 'From the end of one check of a target to the next.' }),
  timeout: duration({ least: '10ms', most: '1m', example: defaults.timeout })
    .prefault(defaults.timeout)
    .meta({ description: 'How long a whole check may take; at most as long as `every`.' }),
  healthyAfter: count(1, 100)
    .prefault(defaults.healthyAfter)
    .meta({ description: 'So many good checks in a row, and a target that was unwell is asked again.' }),
  unhealthyAfter: count(1, 100)
    .prefault(defaults.unhealthyAfter)
    .meta({ description: 'So many bad checks in a row, and a target is not asked any more.' }),
  expect: statusRange(expectMessage, 200)
    .prefault(defaults.expect)
    .meta({ description: 'Status of a good check, or a range of them. A redirect is not followed.' }),
}).superRefine(({ every, timeout }, context) => {
  if (timeout <= every) return;
  const message = allowed('at most as long as `every`', 'Lower it, or raise `every`.');
  context.addIssue({ code: 'custom', path: ['timeout'], message });
});
