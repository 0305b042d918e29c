import { describe, expect, it } from 'vitest';
import {
  accessCookieName,
  deviceCookieName,
  isRefreshCookieName,
  isSignInCookieName,
  passkeyCookieName,
  refreshCookieName,
} from './sign-in-cookies.ts';

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
    expect([isRefreshCookieName(name), isSignInCookieName(name)]).toEqual([false, false]);
  });
});

describe('the names of the cookies of sign-in', () => {
  it('are those of the refresh token, of the device, and of whatever else signs in', () => {
    const names = [
      ...Object.values(refreshCookieName),
      ...Object.values(accessCookieName),
      ...Object.values(deviceCookieName),
      ...Object.values(passkeyCookieName),
      '__Secure-signet_device',
      '__Host-signet_browser',
      'signet_browser',
      '__Host-signet_device_link',
      '__Secure-signet_interaction',
      '__Secure-signet_resume',
    ];
    expect(names.filter((name) => !isSignInCookieName(name))).toEqual([]);
    expect(Object.values(deviceCookieName).filter(isRefreshCookieName)).toEqual([]);
  });
});
