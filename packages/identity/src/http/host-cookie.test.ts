import { deviceCookieName, refreshCookieName } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { createHostCookie } from './host-cookie.ts';

describe('a cookie of the identity provider', () => {
  it('is bound to the host over TLS', () => {
    expect(createHostCookie('https://login.example', refreshCookieName).write('v', 60)).toBe(
      '__Host-signet_refresh=v; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Strict',
    );
  });

  it('is kept to /auth on plain localhost', () => {
    expect(createHostCookie('http://localhost:9000', refreshCookieName).clear()).toBe(
      'signet_refresh=; Max-Age=0; Path=/auth; Secure; HttpOnly; SameSite=Strict',
    );
  });

  it('is read by its exact name', () => {
    const cookie = createHostCookie('http://localhost:9000', refreshCookieName);
    expect(cookie.read('a=1; signet_refresh=v; b=2')).toBe('v');
    expect(cookie.read('xsignet_refresh=v; Signet_Refresh=w; signet_refresh =x')).toBeUndefined();
    expect(cookie.read(undefined)).toBeUndefined();
  });

  it('is not chosen between where two came', () => {
    expect(
      createHostCookie('http://localhost:9000', refreshCookieName).read('signet_refresh=a; signet_refresh=b'),
    ).toBe('several');
  });

  it('is not taken for another', () => {
    const device = createHostCookie('http://localhost:9000', deviceCookieName);
    expect(device.read('signet_refresh=a; signet_device=b')).toBe('b');
  });

  it('without the prefix counts for nothing over TLS', () => {
    expect(
      createHostCookie('https://login.example', refreshCookieName).read('signet_refresh=planted'),
    ).toBeUndefined();
  });
});
