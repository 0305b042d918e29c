import { refusal } from '@signet/contracts';
import { type Denied, denied } from '../outcome.ts';
import type { Account } from '../ports/index.ts';

/** In the place of a hash, of whoever came by a provider and has set no password: no password is its own. */
export const noPassword = 'none';

export function hasPassword({ passwordHash }: Pick<Account, 'passwordHash'>): boolean {
  return passwordHash !== noPassword;
}

/** To whoever has a password, and would show something else in its place. */
export const showPassword: Denied = denied(refusal('credentials_invalid.has_password'));
