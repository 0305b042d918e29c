import { type ErrorCode, refusal } from '@signet/contracts';
import type { PasswordHasher } from '@signet/trust/passwords';
import { normaliseUsername } from '../accounts/username.ts';
import type { Audit } from '../audit/audit.ts';
import type { NativeApp } from '../native/native-app.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore, LoginThrottle, Throttled } from '../ports/index.ts';
import type { KnownDevices } from './known-device.ts';

/** Where a request to sign in comes from. */
export interface SignInFrom {
  readonly address: string;
  /** What the device calls itself; empty where it says nothing. */
  readonly agent: string;
  /** The value of the device cookie. */
  readonly heldByDevice?: string;
  /** The `Cookie` header, for what is proven by another provider. */
  readonly cookies?: string;
  /** That of the cookie of passkeys: binds their challenges to this browser. */
  readonly heldByBrowser?: string;
  /** The app on a device that asks for itself; absent of browsers and programs. */
  readonly app?: NativeApp;
}

export interface CheckPasswordParts {
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly throttle: LoginThrottle;
  readonly devices: Pick<KnownDevices, 'recognise'>;
  readonly audit: Audit;
}

/**
 * The account of the name, if the password is its own. An unknown name, a known one and a name that cannot
 * exist cost the same work, count as the same failure and get the same answer.
 */
export async function checkPassword(
  given: Omit<SignInFrom, 'agent'> & { readonly username: string; readonly password: string },
  parts: CheckPasswordParts,
): Promise<Outcome<Account>> {
  const username = normaliseUsername(given.username);
  const knownDevice =
    username === undefined ? undefined : parts.devices.recognise(given.heldByDevice, username);
  const attempt = await parts.throttle.begin({
    username: username ?? given.username,
    address: given.address,
    ...(knownDevice === undefined ? {} : { knownDevice }),
  });
  if (attempt.kind === 'throttled') return throttled(attempt);
  try {
    const account = username === undefined ? undefined : await parts.accounts.findByUsername(username);
    const matches = await parts.hasher.verify(account?.passwordHash, given.password);
    if (!account || !matches) {
      await tellFailure(account, 'credentials_invalid', parts.audit);
      return wrong;
    }
    await attempt.succeeded();
    return passed(account);
  } catch (error) {
    await attempt.abandoned();
    throw error;
  }
}

const wrong: Denied = denied(refusal('credentials_invalid.wrong'));

function throttled({ retryAfter, by }: Throttled): Denied {
  return denied(refusal(`login_throttled.${by}`, { wait: retryAfter }), retryAfter);
}

/** The name stands nowhere: where there is no such account, it may be a password that somebody typed there. */
export function tellFailure(
  account: Pick<Account, 'id'> | undefined,
  code: ErrorCode,
  audit: Audit,
): Promise<void> {
  return audit.record('sign_in.failed', {
    ...(account === undefined ? {} : { target: { kind: 'account', id: account.id } as const }),
    details: { code },
  });
}
