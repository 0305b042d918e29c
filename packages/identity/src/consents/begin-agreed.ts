import type { RegisteredClient } from '../clients/registered-client.ts';
import { type BeginFamilyParts, beginFamily, type GrantedToClient } from '../sessions/begin-family.ts';
import type { LivePerson } from '../sessions/find-live.ts';
import type { LiveSession } from '../sessions/open-session.ts';
import { type ConsentParts, isAgreedTo } from './standing-consent.ts';

/**
 * Begins a family of what the person agreed to, and asks again once it is begun: a withdrawal that came before is seen now, and
 * one that comes after finds the family and ends it.
 */
export async function beginAgreed(
  person: LivePerson,
  granted: GrantedToClient,
  client: RegisteredClient,
  parts: BeginFamilyParts & ConsentParts,
): Promise<LiveSession | 'session_over' | 'withdrawn'> {
  const live = await beginFamily(person, granted, parts);
  if (live === undefined) return 'session_over';
  const { scopes, audience, organization } = granted;
  const of = organization === undefined ? {} : { organization };
  const asked = { accountId: person.account.id, clientId: client.id, audience, scopes, ...of };
  if (await isAgreedTo(asked, client, parts)) return live;
  await parts.families.endFamily(live.lineage.family, 'consent_withdrawn', parts.wall());
  return 'withdrawn';
}
