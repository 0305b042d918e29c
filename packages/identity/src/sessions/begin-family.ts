import {
  type FillRandom,
  type IdentityConfiguration,
  newId,
  type OrganizationId,
  type WallClock,
} from '@signet/contracts';
import type { FamilyStore, Grant } from '../ports/index.ts';
import type { LivePerson } from './find-live.ts';
import { type LiveSession, newFamily, refreshExpiry } from './open-session.ts';
import { hashOf, newRefreshSecret } from './refresh-secret.ts';

export interface BeginFamilyParts {
  readonly families: FamilyStore;
  readonly configuration: () => IdentityConfiguration;
  readonly random: FillRandom;
  readonly wall: WallClock;
}

/** What a person lets a client have, for one API. */
export interface GrantedToClient {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience: string;
  /** In the name of which organisation. */
  readonly organization?: OrganizationId;
  /** To which key its refresh tokens are bound. */
  readonly proofKey?: string;
}

/** One more family in a session, on a grant of its own; `undefined` where the session ended meanwhile. */
export async function beginFamily(
  { session, account }: LivePerson,
  { clientId, scopes, audience, proofKey, organization }: GrantedToClient,
  parts: BeginFamilyParts,
): Promise<LiveSession | undefined> {
  const { random } = parts;
  const grantedAt = parts.wall();
  const grant: Grant = {
    id: newId('grant', random),
    accountId: account.id,
    clientId,
    scopes,
    audiences: [audience],
    grantedAt,
    ...(proofKey === undefined ? {} : { proofKey }),
    ...(organization === undefined ? {} : { organization }),
  };
  const secret = newRefreshSecret(random);
  const secretExpiresAt = refreshExpiry(session, grantedAt, parts.configuration());
  const added = newFamily({ session, grant, hash: hashOf(secret), expiresAt: secretExpiresAt, random });
  if ((await parts.families.begin(added, grantedAt)) === 'session_over') return undefined;
  return { lineage: { session, grant, family: added.family }, secret, secretExpiresAt };
}
