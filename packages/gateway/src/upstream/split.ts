import type { RouteConfiguration, SplitConfiguration } from '@signet/contracts';
import { valuesOf } from '../request/values-of.ts';
import { claimAt, claimText } from '../token/claim-at.ts';
import { placeOf } from './place-of.ts';

/** Whose request it is, as far as that decides where it goes. */
export interface Caller {
  readonly address: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** As they came: name, value, name, value … */
  readonly headers: readonly string[];
}

/** To which upstream a request of this caller goes. */
export type ChooseUpstream = (caller: Caller) => string;

/**
 * Each caller has a place between 0 and 1 that never changes, the same on every route, worker and node that splits to the same
 * upstream; a share that grows keeps whom it had. Who has no such claim is known by the address.
 */
export function compileSplit({ split, upstream }: RouteConfiguration): ChooseUpstream | undefined {
  if (split === undefined) return undefined;
  const { by, when = [] } = split;
  const shares = Object.entries(split.to);
  const salt = shares.map(([name]) => name).join(',');
  return (caller) => {
    for (const condition of when) if (isMet(condition, caller)) return condition.to;
    const { address, claims } = caller;
    const text = by === 'address' ? undefined : claimText(claimAt(claims, by));
    let left = placeOf(text === undefined ? `${salt}|address|${address}` : `${salt}|claim|${text}`) / 2 ** 32;
    for (const [name, share] of shares) {
      if (left < share) return name;
      left -= share;
    }
    return upstream;
  };
}

type SplitCondition = NonNullable<SplitConfiguration['when']>[number];

/** What is said twice is met by neither. */
function isMet(condition: SplitCondition, { claims, headers }: Caller): boolean {
  if (condition.kind === 'claim') return claimText(claimAt(claims, condition.claim)) === condition.is;
  const [value, ...more] = valuesOf(condition.name, headers);
  return value === condition.is && more.length === 0;
}
