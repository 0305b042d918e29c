import type { InteractionAnswer, OrganizationChoice } from '@signet/contracts';
import type { RegisteredClient } from '../../clients/registered-client.ts';
import { agreedBefore, type ConsentParts } from '../../consents/standing-consent.ts';
import type { HostCookie } from '../../http/host-cookie.ts';
import { usesOrganizations } from '../../organizations/organization-of-token.ts';
import type { Account, FamilyStore, Organization } from '../../ports/index.ts';
import { readRefreshSecret } from '../../refresh/read-refresh-secret.ts';
import { type FindLiveParts, findLive } from '../../sessions/find-live.ts';
import { hashOf } from '../../sessions/refresh-secret.ts';
import { authenticationClaims } from '../../tokens/authentication-claims.ts';
import { deviceDonePath } from '../addresses.ts';
import { type OrganizationOfSignInParts, openTo } from '../organization-of-sign-in.ts';
import { canStepUp, type StepUpParts } from '../step-up.ts';
import { consentPlace } from './consent-place.ts';
import type { OpenInteraction } from './open-interaction.ts';

export interface ShowInteractionParts
  extends FindLiveParts,
    StepUpParts,
    OrganizationOfSignInParts,
    ConsentParts {
  readonly issuer: string;
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
    ...(person === undefined ? {} : await toldTo(person, client, open, parts)),
  };
}

/** What is for the eyes of who is signed in alone. */
async function toldTo(
  account: Account,
  client: RegisteredClient,
  open: OpenInteraction,
  parts: ShowInteractionParts,
): Promise<Pick<InteractionAnswer, 'person' | 'organization' | 'choice' | 'agreed'>> {
  const { prompt, organization } = open;
  const person = { username: account.username };
  if (prompt === 'organization') {
    const organizations = (await openTo(account.id, parts)).map(shown);
    return { person, choice: { organizations, orNone: usesOrganizations(client) === 'optional' } };
  }
  const acting = organization && (await parts.organizations.belonging(organization, account.id));
  return {
    person,
    ...(acting === undefined ? {} : { organization: shown(acting.organization) }),
    ...(prompt === 'consent' ? await agreedOf(account, client, open, parts) : {}),
  };
}

/** What of it the person agreed to before, so that the screen can say what is new. */
async function agreedOf(
  account: Account,
  client: RegisteredClient,
  open: OpenInteraction,
  parts: ShowInteractionParts,
): Promise<Pick<InteractionAnswer, 'agreed'>> {
  const { redirectUri } = open;
  const to = { client, redirectUri, ownAddress: parts.issuer + deviceDonePath };
  const consent = await agreedBefore(consentPlace(open, account, client), to, parts);
  const agreed = open.scopes.filter((scope) => consent?.scopes.includes(scope));
  return agreed.length === 0 ? {} : { agreed };
}

function shown({ name, displayName }: Organization): OrganizationChoice {
  return { name, displayName };
}

/** Nobody, where the app wants a sign-in that is new, or a second factor that was not shown. */
async function whoMayGoOn(
  open: OpenInteraction,
  cookieHeader: string | undefined,
  parts: ShowInteractionParts,
): Promise<Account | undefined> {
  if (open.prompt === 'login' && open.wantsNewSignIn) return undefined;
  const sid = open.signedIn?.sid ?? (await heldSession(cookieHeader, parts));
  const live = sid && (await findLive(sid, parts));
  if (live === undefined) return undefined;
  const { account, session } = live;
  const { acr } = authenticationClaims(session);
  const lacks = open.wantsSecondFactor && (await canStepUp({ acr, accountId: account.id }, parts));
  return lacks && open.prompt === 'login' ? undefined : account;
}

async function heldSession(cookieHeader: string | undefined, parts: ShowInteractionParts) {
  const secret = readRefreshSecret(cookieHeader, parts.cookie);
  if (secret.kind === 'denied') return undefined;
  return (await parts.families.findByRefreshToken(hashOf(secret.value)))?.session.id;
}
