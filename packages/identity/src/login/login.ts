import type { LoginRequest } from '@signet/contracts';
import type { PasswordHasher } from '@signet/trust/passwords';
import type { Account, AccountStore, LoginThrottle } from '../ports/index.ts';
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
  await raiseHash(known.value, request.password, parts);
  const shown = { method: 'pwd', at: parts.wall() } as const;
  return enter({ account: known.value, factors: [shown] }, { ...request, ...from }, parts);
}

/** A password that was hashed when hashes cost less is hashed anew while it is at hand. One that is to be replaced waits for that. */
async function raiseHash(
  { id, passwordHash, passwordIsOneTime }: Account,
  password: string,
  { accounts, hasher }: LoginParts,
): Promise<void> {
  if (passwordIsOneTime) return;
  const raised = await hasher.raise(passwordHash, password);
  if (raised !== undefined) await accounts.replacePassword(id, passwordHash, raised);
}
