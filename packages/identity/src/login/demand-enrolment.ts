import { type IdentityConfiguration, type LoginRequest, refusal } from '@signet/contracts';
import { type AddAuthenticatorParts, confirmAuthenticator } from '../factors/add-authenticator.ts';
import { throttled } from '../factors/check-second-factor.ts';
import { type Denied, denied, passed } from '../outcome.ts';
import type { LoginThrottle } from '../ports/index.ts';
import { assuranceOf } from '../tokens/authentication-claims.ts';
import { challenged, type Stepped } from './challenge.ts';
import { type SignInFrom, tellFailure } from './check-password.ts';
import type { Proven } from './proven.ts';

export interface EnrolmentDemandParts extends AddAuthenticatorParts {
  readonly configuration: () => IdentityConfiguration;
  readonly codeThrottle: LoginThrottle;
}

type Given = Partial<Pick<LoginRequest, 'code' | 'enrolment'>> & Pick<SignInFrom, 'address'>;

/**
 * Where everybody needs a second factor, whoever has none adds an authenticator app on the way in, and its first code counts as
 * shown. Stands after the demand that asks for a factor that is there: nobody puts an app of theirs in its place.
 */
export async function demandEnrolment(
  proven: Proven,
  { code, enrolment, address }: Given,
  parts: EnrolmentDemandParts,
): Promise<Stepped<Proven>> {
  if (assuranceOf(proven.factors) === '2') return passed(proven);
  if (parts.configuration().secondFactor !== 'required') {
    return enrolment === undefined ? passed(proven) : noEnrolment;
  }
  if (code === undefined || enrolment === undefined) return challenged({ asks: 'enrolment' });
  const { account, factors } = proven;
  const attempt = await parts.codeThrottle.begin({ username: account.username, address });
  if (attempt.kind === 'throttled') return throttled(attempt.retryAfter);
  const added = await confirmAuthenticator(account, { code, enrolment }, parts);
  if (added.kind === 'denied') {
    await tellFailure(account, added.refusal.code, parts.audit);
    return added;
  }
  await attempt.succeeded();
  const shown = { method: 'otp', at: parts.wall() } as const;
  return passed({ account, factors: [...factors, shown], recoveryCodes: added.value.recoveryCodes });
}

export const noEnrolment: Denied = denied(refusal('request_invalid.no_enrolment'));
