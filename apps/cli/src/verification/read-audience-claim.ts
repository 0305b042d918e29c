import { type AudienceClaim, audienceClaims } from '@signet/token/verify';
import { usageFailure } from '../failure.ts';

/**
 * The claim that is to stand for the audience.
 * @throws CommandFailure for a claim that names no client, and where there is no audience to hold it against
 */
export function readAudienceClaim(
  text: string | undefined,
  audience: string | undefined,
): { readonly audienceClaim?: AudienceClaim } {
  if (text === undefined) return {};
  const audienceClaim = audienceClaims.find((each) => each === text);
  if (audienceClaim !== undefined && audience !== undefined) return { audienceClaim };
  throw usageFailure({
    sentence: 'This claim cannot stand for the audience.',
    expected: `--audience, and one of ${audienceClaims.join(', ')} after --audience-claim`,
    actual: audience === undefined ? '--audience-claim alone' : text.slice(0, 40),
    fix: 'Name the client that the token must have been given to with --audience.',
  });
}
