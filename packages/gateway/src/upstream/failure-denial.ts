import { type AttemptFailure, refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { UpstreamFailure } from '../http1/upstream-failure.ts';

const keys = {
  unreachable: 'upstream_unreachable',
  'closed-at-once': 'upstream_unreachable',
  'connect-timeout': 'upstream_timeout',
  timeout: 'upstream_timeout',
  broken: 'upstream_failed',
  'not-passed-on': 'upstream_failed',
  malformed: 'upstream_failed',
  busy: 'upstream_busy',
  waited: 'upstream_busy',
  aborted: 'client_closed.request',
} as const satisfies Record<AttemptFailure, string>;

/** The caller learns that the upstream failed; how, and which one, is for the operator's record. */
export function failureDenial({ kind, details }: UpstreamFailure): Denial {
  const key = keys[kind];
  return new Denial('forward', refusal(key), {
    ...(details.note === undefined ? {} : { note: details.note }),
    ...(key === 'upstream_busy' ? { headers: ['retry-after', '1'] } : {}),
  });
}
