import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { UpstreamFailure, UpstreamFailureKind } from '../http1/upstream-failure.ts';

const keys = {
  unreachable: 'upstream_unreachable',
  'connect-timeout': 'upstream_timeout',
  timeout: 'upstream_timeout',
  broken: 'upstream_failed',
  malformed: 'upstream_failed',
  busy: 'upstream_busy',
  waited: 'upstream_busy',
  aborted: 'client_closed.request',
} as const satisfies Record<UpstreamFailureKind, string>;

/** The caller learns that the upstream failed; how, and which one, is for the operator's record. */
export function failureDenial(failure: UpstreamFailure): Denial {
  const key = keys[failure.kind];
  const headers = key === 'upstream_busy' ? { headers: ['retry-after', '1'] } : {};
  return new Denial('forward', refusal(key), { note: failure.message, ...headers });
}
