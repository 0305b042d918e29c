import type { LoginRequest } from '@signet/contracts';
import type { PasswordHasher } from '../accounts/password-hasher.ts';
import type { AccountStore, LoginThrottle } from '../ports/index.ts';
import type { Stepped } from './challenge.ts';
import { checkPassword, type SignInFrom } from './check-password.ts';
import { type EnterParts, enter, type LoggedIn } from './enter.ts';

export interface LoginParts extends EnterParts {
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly throttle: LoginThrottle;
}

/**
 * The checks of `POST /auth/login`, in their order. What is asked of a person besides the password is one of them,
 * whatever and however much that is.
 */
export async function login(
  request: LoginRequest,
  from: SignInFrom,
  parts: LoginParts,
): Promise<Stepped<LoggedIn>> {
  const known = await checkPassword({ ...request, ...from }, parts);
  if (known.kind === 'denied') return known;
  const shown = { method: 'pwd', at: parts.wall() } as const;
  return enter({ account: known.value, factors: [shown] }, { ...request, ...from }, parts);
}
