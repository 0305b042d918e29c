import type { OrganizationId, RefreshRequest } from '@signet/contracts';
import type { MappedClaims } from '../entitlements/claim-input.ts';
import {
  inOrganization,
  type OrganizationOfTokenParts,
  organizationAtRefresh,
} from '../organizations/organization-of-token.ts';
import { type Denied, type Outcome, passed } from '../outcome.ts';
import type { AccountStore } from '../ports/index.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import type { SignedIn } from '../sessions/signed-in.ts';
import { askBeforeRotation } from './ask-before-rotation.ts';
import { checkStanding } from './check-standing.ts';
import type { PresentedRefresh } from './presented-refresh.ts';
import { isUnused, type RotateParts, rotate } from './rotate.ts';

export interface RefreshParts extends RotateParts, OrganizationOfTokenParts {
  readonly accounts: AccountStore;
  readonly replica: RevocationReplica;
  readonly endSession: SessionEnder;
}

/**
 * The checks of `POST /auth/refresh`, in their order, however the token came. A refusal leaves the cookie alone: by then a
 * racing tab may have put a newer one there. A copy ends the session whatever organisation it is shown for.
 * @param now when it was asked, before anything was read
 */
export async function refresh(
  { secret, clientId, givenFor, proofKey, admit, fits }: PresentedRefresh,
  { organization: named }: RefreshRequest,
  now: number,
  parts: RefreshParts,
): Promise<Outcome<SignedIn>> {
  let added: MappedClaims | undefined;
  let of: OrganizationId | undefined;
  let refused: Denied | undefined;
  const live = await rotate(secret, clientId, givenFor, parts, async (found) => {
    const admitted = await admit(found);
    if (admitted.kind === 'denied') return admitted;
    const asked = await organizationAtRefresh(found.grant, { named, mayChange: true }, parts);
    const fitting = asked.kind === 'denied' ? asked : await fits(asked.value);
    const organization = fitting.kind === 'denied' ? fitting : asked;
    if (organization.kind === 'denied') {
      if (isUnused(found)) return organization;
      refused = organization;
      return passed(undefined);
    }
    of = organization.value;
    added = await askBeforeRotation({ ...found, grant: inOrganization(found.grant, of) }, parts);
    return passed(undefined);
  });
  if (live.kind === 'denied') return live;
  if (refused !== undefined) return refused;

  const account = await checkStanding(live.value.lineage.session, parts);
  if (account.kind === 'denied') return account;

  const grant = inOrganization(live.value.lineage.grant, of);
  const lineage = { ...live.value.lineage, grant };
  const accessToken = await parts.issueAccessToken(lineage, account.value, now, proofKey, added);
  return passed({ ...live.value, accessToken });
}
