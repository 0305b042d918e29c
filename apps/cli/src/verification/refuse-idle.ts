import { usageFailure } from '../failure.ts';
import type { ProfileOptions } from './profile-check.ts';
import { readAudienceClaim } from './read-audience-claim.ts';

/** What is named to be checked and would not be, must not end in "verified". @throws CommandFailure */
export function refuseIdle({ profile, dpop, ...options }: ProfileOptions & { readonly dpop?: string }): void {
  readAudienceClaim(options.audienceClaim, options.audience);
  if (profile !== undefined) return;
  const forProfile = ['accessTokenFile', 'codeFile'] as const;
  const forProof = ['nonce', 'method', 'url'] as const;
  const idle = [...forProfile, ...(dpop === undefined ? forProof : [])].find(
    (name) => options[name] !== undefined,
  );
  if (idle === undefined) return;
  throw usageFailure({
    sentence: 'This is checked by the rules of a kind of token, and no kind is named.',
    expected: '--profile beside it, or --dpop where it is about a proof',
    actual: `--${idle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} alone`,
    fix: 'Name the kind of token after --profile.',
  });
}
