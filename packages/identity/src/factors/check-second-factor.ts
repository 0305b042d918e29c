import { refusal, type WallClock } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import { type SignInFrom, tellFailure } from '../login/check-password.ts';
import { type GrowingPause, pauseAfter } from '../login/throttle-rules.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, Factor, LoginThrottle, SecondFactorStore, StoredTotp } from '../ports/index.ts';
import type { FactorSealer } from './factor-sealer.ts';
import { readRecoveryCode } from './recovery-codes.ts';
import { findStep, readCode } from './totp.ts';

export interface SecondFactorParts {
  readonly secondFactors: SecondFactorStore;
  readonly factorSealer: FactorSealer;
  /** Of addresses and networks, apart from the one for passwords: whoever comes here knows one. */
  readonly codeThrottle: LoginThrottle;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/**
 * Of all nodes together and whatever address they come from: after these, a code an hour in the end. Three codes of a
 * million are right at any time, so that whoever knows the password and guesses for a year has two chances in a hundred.
 */
export const codePause: GrowingPause = { free: 5, longest: 60 * 60_000 };

interface Given {
  readonly account: Account;
  readonly code: string;
  readonly from: Pick<SignInFrom, 'address'>;
}

/**
 * Whether the code belongs to the account, and was not used before. What was given is used up by a yes.
 * @param totp absent of who has passkeys alone: a recovery code is all that is good there
 */
export async function checkSecondFactor(
  totp: StoredTotp | undefined,
  given: Given,
  parts: SecondFactorParts,
): Promise<Outcome<Factor>> {
  const { account } = given;
  const outcome = await tryCode(totp, given, parts);
  if (outcome.kind === 'denied') await tellFailure(account, outcome.refusal.code, parts.audit);
  return outcome;
}

async function tryCode(
  totp: StoredTotp | undefined,
  { account, code, from }: Given,
  parts: SecondFactorParts,
): Promise<Outcome<Factor>> {
  const recovery = readRecoveryCode(account.id, code);
  // Has 80 bits: nobody guesses it, and it lets the owner in while somebody guesses at the app's codes.
  if (recovery !== undefined) {
    const self = { kind: 'account', id: account.id } as const;
    const deed = parts.audit.deed('account.recovery_code_used', { actor: self, target: self });
    return (await parts.secondFactors.useCode(account.id, recovery, deed)) ? shown(parts) : wrong;
  }
  if (totp === undefined) return wrong;
  const attempt = await parts.codeThrottle.begin({ username: account.username, address: from.address });
  if (attempt.kind === 'throttled') return throttled(attempt.retryAfter);
  const admitted = await admit(totp, parts);
  if (admitted.kind === 'denied') {
    await attempt.abandoned();
    return admitted;
  }
  const outcome = await useCode(totp, code, parts);
  if (outcome.kind === 'passed') await attempt.succeeded();
  return outcome;
}

async function useCode(totp: StoredTotp, typed: string, parts: SecondFactorParts): Promise<Outcome<Factor>> {
  const code = readCode(typed);
  const secret = Buffer.from(parts.factorSealer.open(totp.sealedSecret, totp.accountId).plain, 'base64url');
  const step = code === undefined ? undefined : findStep(secret, code, parts.wall());
  if (step === undefined) return wrong;
  return (await parts.secondFactors.useStep(totp.accountId, step)) ? shown(parts) : used;
}

/** Counts the attempt as a failure before it is tried, so that parallel guesses cannot slip past together. */
async function admit(
  { accountId }: StoredTotp,
  { secondFactors, wall }: SecondFactorParts,
): Promise<Outcome<undefined>> {
  for (let round = 0; round < mostRounds; round += 1) {
    const totp = await secondFactors.find(accountId);
    if (totp === undefined) return wrong;
    const { failures, failedAt } = totp;
    const left = failedAt + pauseAfter(failures, codePause) - wall();
    if (left > 0) return throttled(Math.ceil(left / 1000));
    if (await secondFactors.countFailure(accountId, failures, wall())) return passed(undefined);
  }
  return throttled(1);
}

/** Somebody else counted in between; who is overtaken so often is one of many who guess at once. */
const mostRounds = 3;

function shown({ wall }: SecondFactorParts): Outcome<Factor> {
  return passed({ method: 'otp', at: wall() });
}

export function throttled(wait: number): Denied {
  return denied(refusal('second_factor_throttled', { wait }), wait);
}

const wrong: Denied = denied(refusal('second_factor_wrong.wrong'));
const used: Denied = denied(refusal('second_factor_wrong.used'));
