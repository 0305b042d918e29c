import { adminAudience, refusal, type TokenRequest } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import { denied, type Outcome, passed } from '../outcome.ts';

/** What the client asks for of its scopes; all of them where it names none, and never more. */
export function narrowScopes(
  asked: string | undefined,
  { scopes }: Pick<RegisteredClient, 'scopes'>,
): Outcome<readonly string[]> {
  const named = [...new Set((asked ?? '').split(' ').filter((scope) => scope !== ''))];
  if (named.length === 0) return passed(scopes);
  if (named.every((scope) => scopes.includes(scope))) return passed(named);
  return denied(refusal('scope_not_allowed', { allowed: scopes.join(', ') || '-' }));
}

/** The one API that the token is for. Never the admin API: administrators are persons, who sign in. */
export function narrowAudience(
  { resource, audience }: TokenRequest,
  { audiences }: RegisteredClient,
  issuer: string,
): Outcome<string> {
  if (resource !== undefined && audience !== undefined && resource !== audience) {
    return denied(refusal('resource_not_allowed.several'));
  }
  const allowed = audiences.filter((each) => each !== adminAudience(issuer));
  const asked = resource ?? audience ?? allowed[0];
  if (asked !== undefined && allowed.includes(asked)) return passed(asked);
  return denied(refusal('resource_not_allowed.listed', { allowed: allowed.join(', ') || '-' }));
}
