import type { UpstreamFailure } from './upstream-failure.ts';

const nowhere: ReadonlySet<UpstreamFailure['kind']> = new Set<UpstreamFailure['kind']>([
  'unreachable',
  'connect-timeout',
  'closed-at-once',
  'busy',
  'waited',
]);

/** Nothing of it was sent. What was sent on a kept connection that then ended may have been heard. */
export function cameNowhere({ kind }: UpstreamFailure): boolean {
  return nowhere.has(kind);
}
