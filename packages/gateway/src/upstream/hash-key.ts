import type { HashBy } from '@signet/contracts';
import { valuesOf } from '../request/values-of.ts';
import { claimAt, claimText } from '../token/claim-at.ts';
import { placeOf } from './place-of.ts';

/** Whose request it is, as far as that decides which target it goes to. */
export interface HashedCaller {
  readonly address: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** As they go to the upstream: name, value, name, value … */
  readonly headers: readonly string[];
}

/** The place of a caller among the targets. One without such a claim or header is known by the address. */
export function placeBy(by: HashBy, { address, claims, headers }: HashedCaller): number {
  const text = textOf(by, claims, headers);
  return placeOf(text === undefined ? `address|${address}` : `${by.kind}|${text}`);
}

function textOf(
  by: HashBy,
  claims: HashedCaller['claims'],
  headers: HashedCaller['headers'],
): string | undefined {
  if (by.kind === 'address') return undefined;
  if (by.kind === 'claim') return claimText(claimAt(claims, by.claim));
  // All fields of the name: which of several an upstream reads is its own affair.
  const values = valuesOf(by.name, headers);
  return values.length === 0 ? undefined : values.join(', ');
}
