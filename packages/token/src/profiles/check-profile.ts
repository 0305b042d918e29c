import { examineToken } from '../lint/examined-token.ts';
import { byConsequence, type Finding } from '../lint/finding.ts';
import type { ParsedToken } from '../parse/parsed-token.ts';
import { checkAccessToken } from './access-token.ts';
import { checkClientAssertion } from './client-assertion.ts';
import { checkDpopProof } from './dpop-proof.ts';
import { checkIdToken } from './id-token.ts';
import { checkLogoutToken } from './logout-token.ts';
import { type Expectations, type ProfileName, ProfileReport } from './profile.ts';

interface Profile {
  /** The token in a sentence. */
  readonly who: string;
  readonly check: (report: ProfileReport, expected: Expectations) => void | Promise<void>;
}

const profiles: Readonly<Record<ProfileName, Profile>> = {
  'id-token': { who: 'An ID token', check: checkIdToken },
  'access-token': { who: 'An access token', check: checkAccessToken },
  'logout-token': { who: 'A logout token', check: checkLogoutToken },
  'client-assertion': { who: 'A client assertion', check: checkClientAssertion },
  'dpop-proof': { who: 'A DPoP proof', check: checkDpopProof },
};

export const profileNames: readonly ProfileName[] = Object.freeze(Object.keys(profiles) as ProfileName[]);

/**
 * Holds a token against the rules of its kind. Only what the token says is looked at: that its signature holds is
 * for `verifyToken` to say. Never throws; rules are named `profile/what`, the worst comes first.
 */
export async function checkProfile(
  parsed: ParsedToken,
  name: ProfileName,
  expected: Expectations,
): Promise<readonly Finding[]> {
  const { who, check } = profiles[name];
  const report = new ProfileReport(examineToken(parsed, expected.now), name, who);
  await check(report, expected);
  return byConsequence(report.findings);
}

/** The profile that a token belongs to by its own account; undefined for none. */
export function profileOf(parsed: ParsedToken, now: number): ProfileName | undefined {
  const { kind } = examineToken(parsed, now).kind;
  return profileNames.find((name) => name === kind);
}
