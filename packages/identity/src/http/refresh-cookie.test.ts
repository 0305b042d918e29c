import { describe, expect, it } from 'vitest';
import { createRefreshCookie } from './refresh-cookie.ts';

describe('the refresh cookie', () => {
  it('is bound to the host over TLS', () => {
    expect(createRefreshCookie('https://login.example').write('v', 60)).toBe(
      '__Host-signet_refresh=v; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Strict',
    );
  });

  it('is kept to /auth on plain localhost', () => {
    expect(createRefreshCookie('http://localhost:9000').clear()).toBe(
      'signet_refresh=; Max-Age=0; Path=/auth; Secure; HttpOnly; SameSite=Strict',
    );
  });

  it('is read by its exact name', () => {
    const cookie = createRefreshCookie('http://localhost:9000');
    expect(cookie.read('a=1; signet_refresh=v; b=2')).toBe('v');
    expect(cookie.read('xsignet_refresh=v; Signet_Refresh=w; signet_refresh =x')).toBeUndefined();
    expect(cookie.read(undefined)).toBeUndefined();
  });

  it('is not chosen between where two came', () => {
    expect(createRefreshCookie('http://localhost:9000').read('signet_refresh=a; signet_refresh=b')).toBe(
      'several',
    );
  });

  it('without the prefix counts for nothing over TLS', () => {
    expect(createRefreshCookie('https://login.example').read('signet_refresh=planted')).toBeUndefined();
  });
});
