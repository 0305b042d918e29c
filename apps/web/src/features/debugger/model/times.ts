import { checkTimes } from '@signet/token';
import type { Dissection, Finding } from './inspection.ts';
import { refusalToFinding } from './to-finding.ts';

/**
 * Whether the token is in time, known from the payload alone.
 * @param now milliseconds since 1970
 * @param skew by how much clocks may differ, in seconds
 */
export function findTimes(
  { described: { claimSet } }: Dissection,
  now: number,
  skew: number,
): readonly Finding[] {
  if (!claimSet) return [];
  const verdict = checkTimes(claimSet, { now: Math.floor(now / 1000), clockSkew: skew });
  return verdict.verdict === 'refused' ? [refusalToFinding(verdict.refusal, 'refused')] : [];
}
