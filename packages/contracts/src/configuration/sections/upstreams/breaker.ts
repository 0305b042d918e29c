import type { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { count, duration, share } from '../../fields/quantity.ts';
import { upstreamDefaults } from './defaults.ts';
import { type StatusRange, statusRange } from './status-range.ts';

/** When a whole upstream is left alone for a while. */
export interface BreakerConfiguration {
  /** Between 0 and 1: so many of its requests failed. */
  readonly failures: number;
  /** Milliseconds that are looked back. */
  readonly within: number;
  /** With fewer requests in that time nothing is concluded. */
  readonly least: number;
  /** Milliseconds until one request is tried. */
  readonly restFor: number;
  /** Answers that count as failures too. Absent: none does. */
  readonly statuses?: StatusRange;
}

const { breaker: defaults } = upstreamDefaults;

const statusesMessage = allowed(
  'a status from 500 to 599, or a range of them',
  'Write it as `503` or `500-599`.',
);

export const breakerSchema: z.ZodType<BreakerConfiguration, unknown> = strict({
  failures: share({ example: defaults.failures })
    .prefault(defaults.failures)
    .meta({ description: 'Share of its requests that fail, from which on the upstream is left alone.' }),
  within: duration({ least: '1s', most: '1h', example: defaults.within })
    .prefault(defaults.within)
    .meta({ description: 'How long is looked back.' }),
  least: count(1, 1_000_000)
    .prefault(defaults.least)
    .meta({ description: 'With fewer requests in that time nothing is concluded.' }),
  restFor: duration({ least: '100ms', most: '1h', example: defaults.restFor })
    .prefault(defaults.restFor)
    .meta({ description: 'How long it is left alone, before one request is tried.' }),
  statuses: statusRange(statusesMessage, 500)
    .exactOptional()
    .meta({ description: 'Answers that count as failures too, such as `500-599`.' }),
});
