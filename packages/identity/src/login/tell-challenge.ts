import { refusal } from '@signet/contracts';
import { type Denied, denied } from '../outcome.ts';
import type { Challenge, SecondFactorAsked } from './challenge.ts';

/** How a request that signs in is asked: it is refused, and told which member of the body is wanted beside the others. */
export function tellChallenge(challenge: Challenge): Denied {
  if (challenge.asks === 'enrolment') return enrolment;
  return challenge.asks === 'new_password' ? newPassword : secondFactor[challenge.by];
}

const enrolment: Denied = denied(refusal('factor_enrolment_required'));
const newPassword: Denied = denied(refusal('password_change_required'));

const secondFactor: { readonly [Way in SecondFactorAsked]: Denied } = {
  code: denied(refusal('second_factor_required.code')),
  passkey: denied(refusal('second_factor_required.passkey')),
  either: denied(refusal('second_factor_required.either')),
};
