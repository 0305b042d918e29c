import { describe, expect, it } from 'vitest';
import { discoveryIssuer } from './discovery-issuer.ts';

describe('the issuer of a discovery address', () => {
  it.each([
    ['https://login.example/.well-known/openid-configuration', 'https://login.example'],
    ['https://login.example/tenant/.well-known/openid-configuration', 'https://login.example/tenant'],
    ['https://login.example/.well-known/oauth-authorization-server/tenant', 'https://login.example/tenant'],
    ['https://login.example/.well-known/openid-configuration/a/b/', 'https://login.example/a/b'],
    ['https://login.example/.well-known/openid-configuration?x=1', 'https://login.example'],
    ['https://login.example/.well-known/openid-configuration//#x', 'https://login.example'],
    ['https://login.example/.well-known/%6fpenid-configuration', 'https://login.example'],
    ['https://login.example/a%0ab/.well-known/openid-configuration', 'https://login.example/a\nb'],
    ['https://login.example/a%/.well-known/openid-configuration', 'https://login.example/a%'],
  ])('of %s is %j', (address, issuer) => {
    expect(discoveryIssuer(new URL(address))).toBe(issuer);
  });

  it.each([
    'https://login.example/jwks',
    'https://login.example/.well-known/jwks.json',
    'https://login.example/.well-known/openid-configuration-old',
    'https://login.example/?/.well-known/openid-configuration',
  ])('is nobody for %s', (address) => {
    expect(discoveryIssuer(new URL(address))).toBeUndefined();
  });

  // With quadratic work this row of slashes takes an hour.
  it('takes linear time over a long row of slashes', () => {
    const url = { origin: 'https://id.example', pathname: `${'/'.repeat(5_000_000)}x` } as URL;
    expect(discoveryIssuer(url)).toBeUndefined();
  });
});
