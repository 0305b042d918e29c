import type { PasswordHasher } from '../accounts/password-hasher.ts';
import { normaliseUsername } from '../accounts/username.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore } from '../ports/index.ts';
import type { LoginThrottle, Throttled } from './login-throttle.ts';

/**
 * The account of the name, if the password is its own. An unknown name, a known one and a name that cannot
 * exist cost the same work, count as the same failure and get the same answer.
 */
export async function checkPassword(
  given: { readonly username: string; readonly password: string; readonly address: string },
  parts: {
    readonly accounts: AccountStore;
    readonly hasher: PasswordHasher;
    readonly throttle: LoginThrottle;
  },
): Promise<Outcome<Account>> {
  const username = normaliseUsername(given.username);
  const attempt = parts.throttle.begin(username ?? given.username, given.address);
  if (attempt.kind === 'throttled') return throttled(attempt);
  try {
    const account = username === undefined ? undefined : await parts.accounts.findByUsername(username);
    const matches = await parts.hasher.verify(account?.passwordHash, given.password);
    if (!account || !matches) return wrong;
    attempt.succeeded();
    return passed(account);
  } catch (error) {
    attempt.abandoned();
    throw error;
  }
}

const wrong: Denied = denied({
  code: 'credentials_invalid',
  sentence: 'The name or the password is wrong.',
  fix: 'Check both and try again.',
});

function throttled({ retryAfter, by }: Throttled): Denied {
  return denied(
    {
      code: 'login_throttled',
      sentence: `Too many sign-ins have failed for this ${by}.`,
      fix: `Try again in ${Math.ceil(retryAfter / 60)} min.`,
    },
    retryAfter,
  );
}
