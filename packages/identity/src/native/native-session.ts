import { builtInClient } from '@signet/contracts';
import type { FamilyStore, Lineage } from '../ports/index.ts';

/**
 * Whether a family is that of an app on a device in a session of its own. A session that a browser began has one of Signet
 * itself: what an app was given in that by OpenID Connect goes on at `/oauth/token`, and ends nobody's browser session here.
 */
export async function isNativeSession(
  { session, grant }: Lineage,
  clientId: string,
  { families }: { readonly families: Pick<FamilyStore, 'clientsOf'> },
): Promise<boolean> {
  if (grant.clientId !== clientId) return false;
  return !(await families.clientsOf(session.id)).includes(builtInClient);
}
