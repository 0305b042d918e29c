import type { JsonValue } from '@signet/token/json';
import { type ProfileName, uncheckedOfProof } from '@signet/token/profiles';
import { checkClaims } from '@signet/token/verify';
import type { Dissection, Finding } from '../../../../parts/token-view/model/inspection.ts';
import { refusalToFinding } from '../../../../parts/token-view/model/to-finding.ts';
import { expectationsOf, type FieldName, type Known, unknownFields } from '../profile/model/fields.ts';

/** What the reader expects of the token. */
export interface Expected {
  readonly profile: ProfileName | undefined;
  readonly known: Known;
}

/** What a verdict of yes does not cover. */
export type Unchecked = Exclude<FieldName, 'audienceClaim' | 'nonce' | 'code'> | 'expiry';

/** Not every request has them, so that their absence is no gap. */
const optional: readonly FieldName[] = ['nonce', 'code', 'accessToken'];

/** Whether the token is a DPoP proof, by its own account or by the reader's. */
export function isProof({ described }: Dissection, { profile }: Expected): boolean {
  return profile === 'dpop-proof' || described.kind.kind === 'dpop-proof';
}

/** What nobody has said anything about, in the order in which the profile asks for it. */
export function uncheckedOf(dissection: Dissection, expected: Expected): readonly Unchecked[] {
  const { profile, known } = expected;
  const { claimSet } = dissection.described;
  if (isProof(dissection, expected))
    return uncheckedOfProof(profile === 'dpop-proof' ? expectationsOf(profile, known, 0, 0) : {});
  const lacksExpiry = claimSet !== undefined && !Object.hasOwn(claimSet, 'exp');
  const fields = profile === undefined ? (['issuer', 'audience'] as const) : unknownFields(profile, known);
  const asked = fields.filter((name): name is Exclude<Unchecked, 'expiry'> => !optional.includes(name));
  return [...asked, ...(lacksExpiry ? (['expiry'] as const) : [])];
}

const notAsked = 'not asked for';

/**
 * Whether the token comes from the issuer and is for the audience that the reader expects; what is not expected is
 * not looked at.
 * @param now milliseconds since 1970
 * @param skew by how much clocks may differ, in seconds
 */
export function findUnexpected(
  { described: { claimSet } }: Dissection,
  { profile, known }: Expected,
  now: number,
  skew: number,
): readonly Finding[] {
  if (profile === undefined || claimSet === undefined) return [];
  const seconds = Math.floor(now / 1000);
  const { issuer, audience, audienceClaim } = expectationsOf(profile, known, seconds, skew);
  if (issuer === undefined && audience === undefined) return [];
  // Its own issuer passes where none is asked for: what a refusal advises depends on whose token it is.
  const iss = issuer ?? (typeof claimSet['iss'] === 'string' ? claimSet['iss'] : notAsked);
  const claims: Readonly<Record<string, JsonValue>> = {
    ...claimSet,
    ...(issuer === undefined && { iss }),
    ...(audience === undefined && { aud: notAsked }),
  };
  const policy = {
    issuers: [iss],
    audiences: [audience ?? notAsked],
    ...(audience !== undefined && audienceClaim !== undefined && { audienceClaim }),
    clockSkew: skew,
  };
  // The type is the profile's to judge.
  const verdict = checkClaims(
    claims,
    { alg: '' },
    { ...policy, now: seconds, dangerouslyAllowNoExpiry: true },
  );
  return verdict.verdict === 'refused' ? [refusalToFinding(verdict.refusal, 'refused')] : [];
}
