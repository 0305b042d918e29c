import { describe, expect, it } from 'vitest';
import { isAppOrigin, isRedirectUri } from './client-address.ts';

describe('where a sign-in may lead', () => {
  it.each([
    'https://app.example/',
    'https://app.example:8443/signed-in?from=signet',
    'http://127.0.0.1/signed-in',
    'http://127.0.0.1:51004/signed-in',
    'http://[::1]/signed-in',
    'http://localhost:3000/signed-in',
    'com.example.app:/signed-in',
  ])('%s', (address) => expect(isRedirectUri(address)).toBe(true));

  it.each([
    ['http of another machine', 'http://app.example/'],
    ['a name that only begins as this machine’s', 'http://localhost.attacker.example/'],
    ['a fragment', 'https://app.example/#signed-in'],
    ['an empty fragment', 'https://app.example/#'],
    ['a wildcard host', 'https://*.app.example/'],
    ['a wildcard path', 'https://app.example/*'],
    ['a user name', 'https://app.example@attacker.example/'],
    ['a host that writes a policy', 'https://a;b.example/'],
    ['dot segments', 'https://app.example/open/../signed-in'],
    ['encoded dot segments', 'https://app.example/open/%2e%2e/signed-in'],
    ['a backslash', 'https://app.example\\@attacker.example/'],
    ['no path', 'https://app.example'],
    ['a host in capitals', 'https://APP.example/'],
    ['a default port', 'https://app.example:443/'],
    ['white space', 'https://app.example/ signed-in'],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,x'],
    ['a scheme without a full stop', 'myapp:/signed-in'],
    ['an app’s scheme without a path', 'com.example.app:signed-in'],
    ['a relative path', '/signed-in'],
    ['more than 2048 characters', `https://app.example/${'a'.repeat(2048)}`],
  ])('not %s', (_, address) => expect(isRedirectUri(address)).toBe(false));
});

describe('the origin of an app', () => {
  it.each(['https://app.example', 'https://app.example:8443', 'http://localhost:3000'])('%s', (origin) =>
    expect(isAppOrigin(origin)).toBe(true),
  );

  it.each([
    'https://app.example/',
    'https://app.example:443',
    'http://app.example',
    'https://*.example',
    'null',
    '*',
    'com.example.app:/',
  ])('not %s', (origin) => expect(isAppOrigin(origin)).toBe(false));
});
