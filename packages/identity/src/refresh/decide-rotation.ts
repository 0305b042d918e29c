import type { KeptRefreshToken, Lineage, RefreshToken, RotationRule } from '../ports/families.ts';

export interface RotationState extends Lineage {
  readonly token: KeptRefreshToken;
  /** What the token was exchanged for, once it is used. */
  readonly successor?: KeptRefreshToken;
}

export type RotationDecision =
  | { readonly kind: 'rotate' }
  | { readonly kind: 'repeat'; readonly successor: RefreshToken }
  | { readonly kind: 'reuse' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'ended' };

/**
 * What the presentation of a refresh token means, given everything known of it. Pure: each adapter calls it while
 * it holds the session, and carries out the answer in the same transaction. Reuse is told before `ended`, so that
 * each of several parallel thieves gets the same answer (RFC 9700 §4.14.2).
 */
export function decideRotation(state: RotationState, rule: RotationRule): RotationDecision {
  const { session, family, token, successor } = state;
  const repeatable = isRepeatable(state, rule);
  if (token.usedAt !== undefined && !repeatable && !isOver(session, rule.now)) return { kind: 'reuse' };
  if (session.endedAt !== undefined || family.endedAt !== undefined) return { kind: 'ended' };
  if (isOver(session, rule.now)) return { kind: 'expired' };
  if (repeatable && successor !== undefined) {
    return isOver(successor, rule.now) ? { kind: 'expired' } : { kind: 'repeat', successor };
  }
  return isOver(token, rule.now) ? { kind: 'expired' } : { kind: 'rotate' };
}

/**
 * A racing call of the same client: the token was used a moment ago and nobody has used what it gave. A use that lies
 * further ahead than the grace was dated by a clock that went back since: it is no moment ago.
 */
function isRepeatable({ token, successor }: RotationState, rule: RotationRule): boolean {
  if (token.usedAt === undefined || successor === undefined) return false;
  return successor.usedAt === undefined && Math.abs(rule.now - token.usedAt) <= rule.grace;
}

function isOver({ expiresAt }: { readonly expiresAt: number }, now: number): boolean {
  return expiresAt <= now;
}
