import { usageFailure } from '../failure.ts';
import { optionOf } from './option-of.ts';
import type { ProfileOptions } from './profile-check.ts';
import { readAudienceClaim } from './read-audience-claim.ts';

interface Asked extends ProfileOptions {
  readonly dpop?: string;
}

/**
 * What is named to be checked and would not be, must not end in "verified" or in no findings.
 * @param ofProfile what the command asks by the rules of a profile alone, beside what always needs one
 * @throws CommandFailure
 */
export function refuseIdle(
  { profile, dpop, ...options }: Asked,
  ofProfile: readonly ('issuer' | 'audience')[] = [],
): void {
  readAudienceClaim(options.audienceClaim, options.audience);
  if (profile !== undefined) return;
  const forProfile = ['accessTokenFile', 'codeFile'] as const;
  const forProof = ['nonce', 'method', 'url'] as const;
  const idle = [...forProfile, ...ofProfile, ...(dpop === undefined ? forProof : [])].find(
    (name) => options[name] !== undefined,
  );
  if (idle === undefined) return;
  throw usageFailure({
    sentence: 'This is checked by the rules of a kind of token, and no kind is named.',
    expected: '--profile beside it, or --dpop where it is about a proof',
    actual: `${optionOf(idle)} alone`,
    fix: 'Name the kind of token after --profile.',
  });
}
