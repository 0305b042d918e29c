import type { IdentityConfiguration, OrganizationId, WallClock } from '@signet/contracts';
import type { KeyRing } from '../keys/key-ring.ts';
import {
  checkOrganizationOfClient,
  chosenOrganization,
  type OrganizationOfTokenParts,
} from '../organizations/organization-of-token.ts';
import { type Outcome, passed } from '../outcome.ts';
import { openSession } from '../sessions/open-session.ts';
import type { SessionParts, SignedIn } from '../sessions/signed-in.ts';
import { networkOf } from './address-group.ts';
import type { Stepped } from './challenge.ts';
import { checkEnabled } from './check-enabled.ts';
import { type SignInFrom, tellFailure } from './check-password.ts';
import { grantedAtSignIn } from './granted-at-sign-in.ts';
import type { KnownDevices, RememberedDevice } from './known-device.ts';
import { type DemandParts, meetDemands, type SignInGiven } from './meet-demands.ts';
import type { Proven } from './proven.ts';

export interface EnterParts extends SessionParts, DemandParts, OrganizationOfTokenParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly devices: KnownDevices;
  readonly proveSigning: KeyRing['prove'];
  readonly wall: WallClock;
}

/** A sign-in, and what its device is to hold from now on. */
export interface LoggedIn extends SignedIn {
  readonly device: RememberedDevice;
  /** That it is for, if not for a browser or a program. */
  readonly app: SignInFrom['app'];
  readonly recoveryCodes: Proven['recoveryCodes'];
}

/** What came with it, and where from. */
export type Entering = SignInGiven &
  SignInFrom & { readonly audience?: string | undefined; readonly organization?: string | undefined };

/**
 * The one door to a session, behind whatever was shown first: the account must be good, and all be met that is demanded of
 * it. Nothing is changed before all that can refuse has passed.
 */
export async function enter(proven: Proven, given: Entering, parts: EnterParts): Promise<Stepped<LoggedIn>> {
  const enabled = checkEnabled(proven.account);
  if (enabled.kind === 'denied') {
    await tellFailure(proven.account, enabled.refusal.code, parts.audit);
    return enabled;
  }

  const { app } = given;
  const granted = grantedAtSignIn(given, enabled.value, parts);
  if (granted.kind === 'denied') return granted;

  const organization = await organizationOf(proven.account, given, parts);
  if (organization.kind === 'denied') return organization;
  // A recovery code, a passkey's challenge and a one-time password are used up by what comes next.
  await parts.proveSigning();
  const met = await meetDemands(proven, given, parts);
  if (met.kind !== 'passed') return met;

  const { account, factors, recoveryCodes } = met.value;
  const of = organization.value === undefined ? {} : { organization: organization.value };
  const { clientId, scopes, audience } = granted.value;
  const asked = { clientId, scopes, audiences: [audience], ...of } as const;
  const added = await parts.askAhead(asked, account);
  const device = parts.devices.remember(given.heldByDevice, account.username);
  const from = { agent: given.agent, network: networkOf(given.address) };
  const signingIn = { account, factors, device: { id: device.id, ...from } };
  const live = await openSession(signingIn, { ...granted.value, ...of }, parts);
  const { startedAt } = live.lineage.session;
  const accessToken = await parts.issueAccessToken(live.lineage, account, startedAt, app?.proofKey, added);
  return passed({ ...live, accessToken, device, app, recoveryCodes });
}

async function organizationOf(
  { id }: Proven['account'],
  { organization, app }: Entering,
  parts: EnterParts,
): Promise<Outcome<OrganizationId | undefined>> {
  const chosen = organization === undefined ? noneChosen : await chosenOrganization(organization, id, parts);
  if (chosen.kind === 'denied' || app === undefined) return chosen;
  const fits = await checkOrganizationOfClient(app.client, chosen.value, parts);
  return fits.kind === 'denied' ? fits : chosen;
}

const noneChosen: Outcome<undefined> = passed(undefined);
