import type { JsonValue } from '@signet/token/json';
import { checkTimes } from '@signet/token/verify';
import type { Dissection, Finding } from '../../../../parts/token-view/model/inspection.ts';
import { refusalToFinding } from '../../../../parts/token-view/model/to-finding.ts';

/**
 * Whether the token is in time, known from the payload alone.
 * @param now milliseconds since 1970
 * @param skew by how much clocks may differ, in seconds
 * @param disclosed the claims of an SD-JWT as a verifier sees them: a time may be among what is disclosed
 */
export function findTimes(
  { described: { claimSet } }: Dissection,
  now: number,
  skew: number,
  disclosed?: JsonValue,
): readonly Finding[] {
  const claims = isObject(disclosed) ? disclosed : claimSet;
  if (!claims) return [];
  const verdict = checkTimes(claims, { now: Math.floor(now / 1000), clockSkew: skew });
  return verdict.verdict === 'refused' ? [refusalToFinding(verdict.refusal, 'refused')] : [];
}

function isObject(value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
