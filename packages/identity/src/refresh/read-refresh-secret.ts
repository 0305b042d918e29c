import { refusal } from '@signet/contracts';
import type { HostCookie } from '../http/host-cookie.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import { isRefreshSecret, type RefreshSecret } from '../sessions/refresh-secret.ts';

/** The one refresh token that the cookies carry. */
export function readRefreshSecret(header: string | undefined, cookie: HostCookie): Outcome<RefreshSecret> {
  const value = cookie.read(header);
  if (value === undefined || value === '') {
    return denied(refusal('refresh_token_missing'));
  }
  if (!isRefreshSecret(value)) {
    return denied(refusal(`refresh_token_invalid.${value === 'several' ? 'several' : 'unknown'}`));
  }
  return passed(value);
}
