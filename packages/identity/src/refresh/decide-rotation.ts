import type { KeptRefreshToken, Lineage, RefreshToken, RotationRule } from '../ports/families.ts';

/** No honest race has so many refreshes in a row within the window; who comes from further back is refused as a copy. */
export const longestChain = 64;

export interface RotationState extends Lineage {
  readonly token: KeptRefreshToken;
  /**
   * What the token was exchanged for, what that was exchanged for, and so on: as far as each one before was used within
   * the window, and no further than `longestChain`.
   */
  readonly chain: readonly KeptRefreshToken[];
}

export type RotationDecision =
  | { readonly kind: 'rotate' }
  | { readonly kind: 'repeat'; readonly successor: RefreshToken; readonly between: readonly string[] }
  | { readonly kind: 'reuse' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'ended' };

/**
 * What the presentation of a refresh token means, given everything known of it. Pure: each adapter calls it while
 * it holds the session, and carries out the answer in the same transaction. Reuse is told before `ended`, so that
 * each of several parallel thieves gets the same answer (RFC 9700 §4.14.2).
 */
export function decideRotation(state: RotationState, rule: RotationRule): RotationDecision {
  const { session, family, token } = state;
  const newest = newestOf(state, rule);
  if (token.usedAt !== undefined && newest === undefined && !isOver(session, rule.now))
    return { kind: 'reuse' };
  if (session.endedAt !== undefined || family.endedAt !== undefined) return { kind: 'ended' };
  if (isOver(session, rule.now)) return { kind: 'expired' };
  if (newest !== undefined) {
    return isOver(newest.successor, rule.now) ? { kind: 'expired' } : { kind: 'repeat', ...newest };
  }
  return isOver(token, rule.now) ? { kind: 'expired' } : { kind: 'rotate' };
}

/**
 * Whether a token was used so short a time ago that its successor is looked at. A use that lies further ahead than the
 * grace was dated by a clock that went back since: it is no moment ago.
 */
export function isJustUsed({ usedAt }: KeptRefreshToken, rule: RotationRule): boolean {
  return usedAt !== undefined && Math.abs(rule.now - usedAt) <= rule.grace;
}

/** For a racing call of the same client: what nobody has used yet, where each link that leads to it was used a moment ago. */
function newestOf({ token, chain }: RotationState, rule: RotationRule) {
  const successor = chain.at(-1);
  const between = chain.slice(0, -1);
  if (successor === undefined || successor.usedAt !== undefined || chain.length > longestChain)
    return undefined;
  if (![token, ...between].every((link) => isJustUsed(link, rule))) return undefined;
  return { successor, between: between.map(({ hash }) => hash) };
}

function isOver({ expiresAt }: { readonly expiresAt: number }, now: number): boolean {
  return expiresAt <= now;
}
