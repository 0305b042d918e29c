import type { Condition } from '@signet/conditions';
import type { TrustedToken } from './trusted-token.ts';

/** What a token must carry, in any combination; `at` is where that is asked for, such as `anyOf[0].scopes`. */
export type Demand =
  | {
      readonly kind: 'scopes' | 'roles' | 'permissions';
      readonly at: string;
      /** Whether one of them is enough. */
      readonly of: 'any' | 'all';
      readonly names: readonly string[];
    }
  | { readonly kind: 'condition'; readonly at: string; readonly condition: Condition }
  | { readonly kind: 'anyOf' | 'allOf'; readonly at: string; readonly parts: readonly Demand[] };

/** All of these must be met. */
export interface Demands {
  readonly demands: readonly Demand[];
  /** How they are told to whoever does not meet them. */
  readonly told: string;
}

type Asks = (condition: Condition) => boolean;

/** Where a demand is not met: of sets of which one is enough, what each of them lacks. Empty where it is met. */
export function unmetIn(demand: Demand, token: TrustedToken, holds: Asks): readonly string[] {
  switch (demand.kind) {
    case 'condition':
      return holds(demand.condition) ? [] : [demand.at];
    case 'allOf':
      return unmetAmong(demand.parts, token, holds);
    case 'anyOf':
      return unmetInEach(demand.parts, token, holds);
    default: {
      const carried = (name: string) => token[demand.kind].has(name);
      const met = demand.of === 'any' ? demand.names.some(carried) : demand.names.every(carried);
      return met ? [] : [demand.at];
    }
  }
}

/** Of demands all of which must be met, where the first one is not. */
export function unmetAmong(demands: readonly Demand[], token: TrustedToken, holds: Asks): readonly string[] {
  for (const demand of demands) {
    const unmet = unmetIn(demand, token, holds);
    if (unmet.length > 0) return unmet;
  }
  return [];
}

function unmetInEach(demands: readonly Demand[], token: TrustedToken, holds: Asks): readonly string[] {
  const lacks: string[] = [];
  for (const demand of demands) {
    const unmet = unmetIn(demand, token, holds);
    if (unmet.length === 0) return [];
    lacks.push(...unmet);
  }
  return lacks;
}
