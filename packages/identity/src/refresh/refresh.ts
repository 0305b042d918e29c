import type { IncomingHttpHeaders } from 'node:http';
import { builtInClient, type OrganizationId, type RefreshRequest } from '@signet/contracts';
import type { MappedClaims } from '../entitlements/claim-input.ts';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import type { HostCookie } from '../http/host-cookie.ts';
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
import { readRefreshSecret } from './read-refresh-secret.ts';
import { isUnused, type RotateParts, rotate } from './rotate.ts';

export interface RefreshParts extends RotateParts, OrganizationOfTokenParts {
  readonly cookie: HostCookie;
  readonly csrf: CsrfTokens;
  readonly accounts: AccountStore;
  readonly replica: RevocationReplica;
  readonly endSession: SessionEnder;
}

/**
 * The checks of `POST /auth/refresh`, in their order. A refusal leaves the cookie alone: by then a racing tab
 * may have put a newer one there. A copy ends the session
 * whatever organisation it is shown for.
 */
export async function refresh(
  headers: IncomingHttpHeaders,
  { organization: named }: RefreshRequest,
  parts: RefreshParts,
): Promise<Outcome<SignedIn>> {
  const now = parts.wall();
  const presented = readRefreshSecret(headers.cookie, parts.cookie);
  if (presented.kind === 'denied') return presented;

  let added: MappedClaims | undefined;
  let of: OrganizationId | undefined;
  let refused: Denied | undefined;
  const live = await rotate(presented.value, builtInClient, parts, async (found) => {
    const fromPage = parts.csrf.check(headers, found.session.id);
    if (fromPage.kind === 'denied') return fromPage;
    const organization = await organizationAtRefresh(found.grant, { named, mayChange: true }, parts);
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
  const accessToken = await parts.issueAccessToken(lineage, account.value, now, undefined, added);
  return passed({ ...live.value, accessToken });
}
