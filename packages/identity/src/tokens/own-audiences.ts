import { accountAudience, addresses, adminAudience, type IdentityConfiguration } from '@signet/contracts';

/** All that a token of a sign-in can be for: the APIs of the configuration, and what Signet itself serves. */
export function ownAudiences(issuer: string, { audiences }: IdentityConfiguration): readonly string[] {
  return [...audiences, adminAudience(issuer), accountAudience(issuer)];
}

/** Whom a token says that it tells who the person is: our own endpoint, beside the API. */
export function userInfoAudience(issuer: string): string {
  return issuer + addresses.readUserInfo.path;
}

/** What Signet itself serves. */
export function audiencesOfSignet(issuer: string): readonly string[] {
  return [adminAudience(issuer), accountAudience(issuer), userInfoAudience(issuer)];
}
