import type { SignetRefusal } from '@signet/contracts';

/** What a check answers: a value to go on with, or the reason to stop. An exception is a bug and answers 500. */
export type Outcome<Value> = Passed<Value> | Denied;

export interface Passed<Value> {
  readonly kind: 'passed';
  readonly value: Value;
}

export interface Denied {
  readonly kind: 'denied';
  readonly refusal: SignetRefusal;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter?: number;
}

export function passed<Value>(value: Value): Passed<Value> {
  return { kind: 'passed', value };
}

export function denied(refusal: SignetRefusal, retryAfter?: number): Denied {
  return { kind: 'denied', refusal, ...(retryAfter === undefined ? {} : { retryAfter }) };
}
