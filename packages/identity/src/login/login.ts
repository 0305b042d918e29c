import type { IdentityConfiguration, LoginRequest, WallClock } from '@signet/contracts';
import type { PasswordHasher } from '../accounts/password-hasher.ts';
import { type Outcome, passed } from '../outcome.ts';
import type { AccountStore, LoginThrottle } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import { openSession } from '../sessions/open-session.ts';
import type { SessionParts, SignedIn } from '../sessions/signed-in.ts';
import { checkAudience } from './check-audience.ts';
import { checkEnabled } from './check-enabled.ts';
import { checkPassword, type SignInFrom } from './check-password.ts';
import type { KnownDevices } from './known-device.ts';
import { replaceOneTimePassword } from './replace-one-time-password.ts';

export interface LoginParts extends SessionParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly throttle: LoginThrottle;
  readonly devices: KnownDevices;
  readonly revoke: Revoke;
  readonly wall: WallClock;
}

/** The checks of `POST /auth/login`, in their order; nothing is changed before all that can refuse has passed. */
export async function login(
  request: LoginRequest,
  from: SignInFrom,
  parts: LoginParts,
): Promise<Outcome<SignedIn>> {
  const known = await checkPassword({ ...request, ...from }, parts);
  if (known.kind === 'denied') return known;

  const enabled = checkEnabled(known.value);
  if (enabled.kind === 'denied') return enabled;

  const audience = checkAudience(request.audience, enabled.value, parts.issuer, parts.configuration());
  if (audience.kind === 'denied') return audience;

  const account = await replaceOneTimePassword(enabled.value, request, parts);
  if (account.kind === 'denied') return account;

  const live = await openSession(account.value, audience.value, parts);
  const accessToken = await parts.issueAccessToken(live.session, account.value, live.session.startedAt);
  return passed({ ...live, accessToken });
}
