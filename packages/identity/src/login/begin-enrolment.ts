import type {
  BeginAuthenticatorAtLoginRequest,
  BegunAuthenticator,
  IdentityConfiguration,
} from '@signet/contracts';
import { tellApp } from '../factors/add-authenticator.ts';
import type { Enrolments } from '../factors/enrolment.ts';
import { type HeldFactorsParts, heldFactors, isProtected } from '../factors/held-factors.ts';
import { type Outcome, passed } from '../outcome.ts';
import type { Account } from '../ports/index.ts';
import { checkEnabled } from './check-enabled.ts';
import { type CheckPasswordParts, checkPassword, type SignInFrom, tellFailure } from './check-password.ts';
import { noEnrolment } from './demand-enrolment.ts';

export interface BeginEnrolmentParts extends HeldFactorsParts {
  readonly issuer: string;
  readonly enrolments: Enrolments;
  readonly configuration: () => IdentityConfiguration;
  readonly audit: CheckPasswordParts['audit'];
}

/**
 * What an app is told of who has shown the first of two factors and must add the second to go in. Whoever has one already
 * is told nothing: they show it.
 */
export async function beginEnrolment(
  account: Account,
  parts: BeginEnrolmentParts,
): Promise<Outcome<BegunAuthenticator>> {
  const enabled = checkEnabled(account);
  if (enabled.kind === 'denied') {
    await tellFailure(account, enabled.refusal.code, parts.audit);
    return enabled;
  }
  if (parts.configuration().secondFactor !== 'required') return noEnrolment;
  return isProtected(await heldFactors(account.id, parts)) ? noEnrolment : passed(tellApp(account, parts));
}

/** `POST /auth/login/authenticator`: the password is guarded as at the sign-in itself. */
export async function beginEnrolmentAtLogin(
  request: BeginAuthenticatorAtLoginRequest,
  from: SignInFrom,
  parts: BeginEnrolmentParts & CheckPasswordParts,
): Promise<Outcome<BegunAuthenticator>> {
  const known = await checkPassword({ ...request, ...from }, parts);
  return known.kind === 'denied' ? known : beginEnrolment(known.value, parts);
}
