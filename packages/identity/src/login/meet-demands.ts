import type { LoginRequest } from '@signet/contracts';
import type { ShowSecondFactorParts } from '../factors/show-second-factor.ts';
import { passed } from '../outcome.ts';
import type { AccountStore } from '../ports/index.ts';
import type { Stepped } from './challenge.ts';
import type { SignInFrom } from './check-password.ts';
import { demandEnrolment, type EnrolmentDemandParts } from './demand-enrolment.ts';
import { demandSecondFactor } from './demand-second-factor.ts';
import type { Proven } from './proven.ts';
import {
  checkNewPassword,
  type ReplacementParts,
  replaceOneTimePassword,
} from './replace-one-time-password.ts';

export interface DemandParts extends ReplacementParts, ShowSecondFactorParts, EnrolmentDemandParts {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly audit: ReplacementParts['audit'];
  readonly wall: ReplacementParts['wall'];
  readonly secondFactors: EnrolmentDemandParts['secondFactors'];
}

/** What came with the request to sign in, and where from: of who came by a passkey alone, no password. */
export type SignInGiven = Partial<Omit<LoginRequest, 'audience'>> &
  Pick<SignInFrom, 'address' | 'heldByBrowser'>;

/**
 * Something that may be demanded of a person who has shown something. It passes where it demands nothing of this account;
 * where what it demands is not in the request, it challenges; a factor that was shown, it adds.
 */
export type Demand = (proven: Proven, given: SignInGiven, parts: DemandParts) => Promise<Stepped<Proven>>;

/**
 * In this order. What changes something stands last, so that nothing is changed for who cannot meet the rest: of two who add
 * an app with one one-time password at once, one does, and that one replaces it.
 */
const allDemands: readonly Demand[] = [
  checkNewPassword,
  demandSecondFactor,
  demandEnrolment,
  replaceOneTimePassword,
];

/** Demand after demand, until one is not met. */
export async function meetDemands(
  proven: Proven,
  given: SignInGiven,
  parts: DemandParts,
  demands: readonly Demand[] = allDemands,
): Promise<Stepped<Proven>> {
  let met = proven;
  for (const demand of demands) {
    const outcome = await demand(met, given, parts);
    if (outcome.kind !== 'passed') return outcome;
    met = outcome.value;
  }
  return passed(met);
}
