import type { RouteConfiguration } from '@signet/contracts';
import { claimAt, claimText } from '../token/claim-at.ts';
import { placeOf } from './place-of.ts';

/** Whose request it is, as far as that decides where it goes. */
export interface Caller {
  readonly address: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** To which upstream a request of this caller goes. */
export type ChooseUpstream = (caller: Caller) => string;

/**
 * Each caller has a place between 0 and 1 that never changes, the same on every route, worker and node that splits to the same
 * upstream; a share that grows keeps whom it had. Who has no such claim is known by the address.
 */
export function compileSplit({ split, upstream }: RouteConfiguration): ChooseUpstream | undefined {
  if (split === undefined) return undefined;
  const { by } = split;
  const shares = Object.entries(split.to);
  const salt = shares.map(([name]) => name).join(',');
  return ({ address, claims }) => {
    const text = by === 'address' ? undefined : claimText(claimAt(claims, by));
    let left = placeOf(text === undefined ? `${salt}|address|${address}` : `${salt}|claim|${text}`) / 2 ** 32;
    for (const [name, share] of shares) {
      if (left < share) return name;
      left -= share;
    }
    return upstream;
  };
}
