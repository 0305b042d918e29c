import type { HostCookie } from '../http/host-cookie.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import { isRefreshSecret, type RefreshSecret } from '../sessions/refresh-secret.ts';

/** The one refresh token that the cookies carry. */
export function readRefreshSecret(header: string | undefined, cookie: HostCookie): Outcome<RefreshSecret> {
  const value = cookie.read(header);
  if (value === undefined || value === '') {
    return denied({
      code: 'refresh_token_missing',
      sentence: 'No refresh token came with the request.',
      expected: 'the cookie that sign-in set',
      fix: 'Sign in.',
    });
  }
  if (!isRefreshSecret(value)) {
    return denied({
      code: 'refresh_token_invalid',
      sentence: value === 'several' ? 'More than one refresh token came.' : 'The refresh token is not known.',
      fix: 'Sign in again.',
    });
  }
  return passed(value);
}
