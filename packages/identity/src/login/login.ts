import type { IdentityConfiguration, LoginRequest, WallClock } from '@signet/contracts';
import type { PasswordHasher } from '../accounts/password-hasher.ts';
import { passed } from '../outcome.ts';
import type { AccountStore, LoginThrottle } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import { openSession } from '../sessions/open-session.ts';
import type { SessionParts, SignedIn } from '../sessions/signed-in.ts';
import type { Stepped } from './challenge.ts';
import { checkAudience } from './check-audience.ts';
import { checkEnabled } from './check-enabled.ts';
import { checkPassword, type SignInFrom, tellFailure } from './check-password.ts';
import type { KnownDevices, RememberedDevice } from './known-device.ts';
import { type DemandParts, meetDemands } from './meet-demands.ts';

export interface LoginParts extends SessionParts, DemandParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly throttle: LoginThrottle;
  readonly devices: KnownDevices;
  readonly revoke: Revoke;
  readonly wall: WallClock;
}

/** A sign-in, and what its device is to hold from now on. */
export interface LoggedIn extends SignedIn {
  readonly device: RememberedDevice;
}

/**
 * The checks of `POST /auth/login`, in their order; nothing is changed before all that can refuse has passed. What is
 * asked of a person besides the password is one of them, whatever and however much that is.
 */
export async function login(
  request: LoginRequest,
  from: SignInFrom,
  parts: LoginParts,
): Promise<Stepped<LoggedIn>> {
  const known = await checkPassword({ ...request, ...from }, parts);
  if (known.kind === 'denied') return known;

  const enabled = checkEnabled(known.value);
  if (enabled.kind === 'denied') {
    await tellFailure(known.value, enabled.refusal.code, parts.audit);
    return enabled;
  }

  const audience = checkAudience(request.audience, enabled.value, parts.issuer, parts.configuration());
  if (audience.kind === 'denied') return audience;

  const shown = { method: 'pwd', at: parts.wall() } as const;
  const proven = await meetDemands(
    { account: enabled.value, factors: [shown] },
    { ...request, ...from },
    parts,
  );
  if (proven.kind !== 'passed') return proven;

  const { account } = proven.value;
  const device = parts.devices.remember(from.heldByDevice, account.username);
  const signingIn = { ...proven.value, device: { id: device.id, agent: from.agent } };
  const live = await openSession(signingIn, audience.value, parts);
  const { startedAt } = live.lineage.session;
  const accessToken = await parts.issueAccessToken(live.lineage, account, startedAt);
  return passed({ ...live, accessToken, device });
}
