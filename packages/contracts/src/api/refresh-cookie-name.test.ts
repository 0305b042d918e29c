import { describe, expect, it } from 'vitest';
import { isRefreshCookieName, refreshCookieName } from './refresh-cookie-name.ts';

describe('the name of the refresh cookie', () => {
  it.each([...Object.values(refreshCookieName), '__Secure-signet_refresh'])('is %s', (name) => {
    expect(isRefreshCookieName(name)).toBe(true);
  });

  it.each([
    '',
    'Signet_Refresh',
    'xsignet_refresh',
    'signet_refresh2',
    '__Host-',
    '__Host-__Host-signet_refresh',
  ])('is not %j', (name) => {
    expect(isRefreshCookieName(name)).toBe(false);
  });
});
