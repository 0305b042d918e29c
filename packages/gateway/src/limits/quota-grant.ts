/**
 * How many of a quota are counted at once for one process: no more than a quarter of what is left, so that towards its
 * end no process keeps what another one is refused.
 */
export function quotaGrant(used: number, limit: number, want: number): number {
  const left = limit - used;
  return left < 1 ? 0 : Math.min(want, Math.max(1, Math.floor(left / 4)));
}
