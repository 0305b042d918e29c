import type { Outcome } from '../outcome.ts';

/** What is asked of a person, besides name and password, before they are signed in. Each door says how it asks. */
export type Challenge =
  | { readonly asks: 'new_password' }
  | { readonly asks: 'enrolment' }
  | { readonly asks: 'second_factor'; readonly by: SecondFactorAsked };

/** What the account has: an authenticator app, passkeys, or both. A recovery code is good beside each. */
export type SecondFactorAsked = 'code' | 'passkey' | 'either';

/** Neither a yes nor a no: the same request again, with what is asked for, goes on from here. */
export interface Challenged {
  readonly kind: 'challenged';
  readonly challenge: Challenge;
}

/** What a step of signing in answers: go on, refused, or what is asked next. */
export type Stepped<Value> = Outcome<Value> | Challenged;

export function challenged(challenge: Challenge): Challenged {
  return { kind: 'challenged', challenge };
}
