import { builtInClient, type IdentityConfiguration, refusal } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Account } from '../ports/index.ts';
import type { GrantedAtSignIn } from '../sessions/open-session.ts';
import { audiencesOfSignet } from '../tokens/own-audiences.ts';
import { checkAudience } from './check-audience.ts';
import type { SignInFrom } from './check-password.ts';

/** What a sign-in gives: to Signet itself all that the account has, to an app on a device what its client may ask for. */
export function grantedAtSignIn(
  { audience: asked, app }: Pick<SignInFrom, 'app'> & { readonly audience?: string | undefined },
  account: Account,
  { issuer, configuration }: { readonly issuer: string; readonly configuration: () => IdentityConfiguration },
): Outcome<GrantedAtSignIn> {
  if (app === undefined) {
    const audience = checkAudience(asked, account, issuer, configuration());
    if (audience.kind === 'denied') return audience;
    return passed({ clientId: builtInClient, scopes: 'all', audience: audience.value });
  }
  const { client, proofKey } = app;
  const allowed = client.audiences.filter((each) => !audiencesOfSignet(issuer).includes(each));
  const audience = asked ?? allowed[0];
  if (audience === undefined || !allowed.includes(audience)) {
    return denied(refusal('audience_not_allowed.listed', { allowed: allowed.join(', ') || '-' }));
  }
  const bound = proofKey === undefined ? {} : { proofKey };
  return passed({ clientId: client.id, scopes: client.scopes, audience, ...bound });
}
