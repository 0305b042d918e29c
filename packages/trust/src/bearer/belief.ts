import type { SignetRefusal } from '@signet/contracts';
import type { Verified } from '@signet/token/verdict';

/** A verdict in which the rooms around the token room refuse as well. */
export type Belief<Value> = Verified<Value> | Disbelief;

export interface Disbelief {
  readonly verdict: 'refused';
  readonly refusal: SignetRefusal;
}

export function disbelief(refusal: SignetRefusal): Disbelief {
  return { verdict: 'refused', refusal };
}
