import type { InteractionAnswer } from '@signet/contracts';
import type { ClientDirectory } from '../../clients/registered-client.ts';
import type { HostCookie } from '../../http/host-cookie.ts';
import type { FamilyStore } from '../../ports/index.ts';
import { readRefreshSecret } from '../../refresh/read-refresh-secret.ts';
import { type FindLiveParts, findLive } from '../../sessions/find-live.ts';
import { hashOf } from '../../sessions/refresh-secret.ts';
import { authenticationClaims } from '../../tokens/authentication-claims.ts';
import { deviceDonePath } from '../addresses.ts';
import { canStepUp, type StepUpParts } from '../step-up.ts';
import type { OpenInteraction } from './open-interaction.ts';

export interface ShowInteractionParts extends FindLiveParts, StepUpParts {
  readonly issuer: string;
  readonly clients: ClientDirectory;
  readonly families: FamilyStore;
  /** That of the refresh token. */
  readonly cookie: HostCookie;
}

/** What the page tells the person; `undefined` where the app is no client any more. */
export async function showInteraction(
  open: OpenInteraction,
  cookieHeader: string | undefined,
  parts: ShowInteractionParts,
): Promise<InteractionAnswer | undefined> {
  const client = await parts.clients.find(open.clientId);
  if (client === undefined) return undefined;
  const person = await whoMayGoOn(open, cookieHeader, parts);
  return {
    uid: open.uid,
    prompt: open.prompt,
    client: { id: client.id, name: client.name, firstParty: client.firstParty },
    scopes: open.scopes,
    ...(open.audience === undefined ? {} : { audience: open.audience }),
    ...(open.redirectUri === parts.issuer + deviceDonePath ? { forDevice: true as const } : {}),
    ...(open.loginHint === undefined ? {} : { loginHint: open.loginHint }),
    ...(person === undefined ? {} : { person: { username: person } }),
  };
}

/** Nobody, where the app wants a sign-in that is new, or a second factor that was not shown. */
async function whoMayGoOn(
  open: OpenInteraction,
  cookieHeader: string | undefined,
  parts: ShowInteractionParts,
): Promise<string | undefined> {
  if (open.prompt === 'login' && open.wantsNewSignIn) return undefined;
  const sid = open.signedIn?.sid ?? (await heldSession(cookieHeader, parts));
  const live = sid && (await findLive(sid, parts));
  if (live === undefined) return undefined;
  const { account, session } = live;
  const { acr } = authenticationClaims(session);
  const lacks = open.wantsSecondFactor && (await canStepUp({ acr, accountId: account.id }, parts));
  return lacks && open.prompt === 'login' ? undefined : account.username;
}

async function heldSession(cookieHeader: string | undefined, parts: ShowInteractionParts) {
  const secret = readRefreshSecret(cookieHeader, parts.cookie);
  if (secret.kind === 'denied') return undefined;
  return (await parts.families.findByRefreshToken(hashOf(secret.value)))?.session.id;
}
