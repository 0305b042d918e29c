import type { DecisionRecord } from '../events/decision-record.ts';
import type { RevocationEntry } from '../events/revocation.ts';
import { newId } from '../ids/id.ts';

/** A moment that every suite counts from, in milliseconds since the epoch. */
export const noon = 1_790_000_000_000;

const hour = 3_600_000;

export function aRevocation(
  changed: Partial<Omit<RevocationEntry, 'sequence'>> = {},
): Omit<RevocationEntry, 'sequence'> {
  return {
    target: { kind: 'token', issuer: 'https://issuer.example', jti: newId('token') },
    reason: 'administrator',
    revokedAt: noon,
    forgetAfter: noon + hour,
    ...changed,
  };
}

export function aRecord(changed: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    reference: newId('reference'),
    at: noon,
    node: 'gateway-1',
    method: 'GET',
    path: '/orders/ä/1',
    outcome: 'refused',
    status: 401,
    refusal: { code: 'token_missing', sentence: 'The route needs a token and none came.' },
    steps: [{ step: 'extract-token', outcome: 'refused' }],
    durationMicros: 120,
    ...changed,
  };
}
