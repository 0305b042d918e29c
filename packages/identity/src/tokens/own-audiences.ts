import { accountAudience, adminAudience, type IdentityConfiguration } from '@signet/contracts';

/** All that a token of a sign-in can be for: the APIs of the configuration, and what Signet itself serves. */
export function ownAudiences(issuer: string, { audiences }: IdentityConfiguration): readonly string[] {
  return [...audiences, adminAudience(issuer), accountAudience(issuer)];
}
