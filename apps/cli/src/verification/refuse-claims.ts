import type { Refused } from '@signet/token/verdict';
import { type Claims, checkClaims } from '@signet/token/verify';
import type { Moment } from './profile-check.ts';
import { readAudienceClaim } from './read-audience-claim.ts';

/** What somebody asks of the claims, and when. */
export interface AskedOfClaims extends Moment {
  readonly issuer?: string;
  readonly audience?: string;
  /** The claim that stands for the audience. */
  readonly audienceClaim?: string;
  readonly type?: string;
}

const notAsked = 'not asked for';

/** Fills what was not asked for with a stand-in on both sides, so that the one order of checks stays the same. */
export function refuseClaims(
  claims: Claims,
  signedHeader: object,
  { issuer, audience, audienceClaim, type, now, clockSkew }: AskedOfClaims,
): Refused | undefined {
  // Its own issuer passes where none is asked for: what a refusal advises depends on whose token it is.
  const iss = issuer ?? (typeof claims['iss'] === 'string' ? claims['iss'] : notAsked);
  const asked: Claims = {
    ...claims,
    ...(issuer === undefined ? { iss } : {}),
    ...(audience === undefined ? { aud: notAsked } : {}),
  };
  const checked = checkClaims(asked, signedHeader as Parameters<typeof checkClaims>[1], {
    now,
    clockSkew,
    issuers: [iss],
    audiences: [audience ?? notAsked],
    ...readAudienceClaim(audienceClaim, audience),
    ...(type === undefined ? {} : { type }),
    dangerouslyAllowNoExpiry: true,
  });
  return checked.verdict === 'refused' ? checked : undefined;
}
