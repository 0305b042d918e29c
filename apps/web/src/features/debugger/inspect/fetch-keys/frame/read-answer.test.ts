import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

const asked = 'https://login.example/.well-known/openid-configuration';
const discovery = (jwks_uri: unknown, issuer: unknown = 'https://login.example') =>
  JSON.stringify({ issuer, jwks_uri });

describe('the answer of an address', () => {
  it.each(['{"keys":[]}', '{"kty":"OKP"}', '-----BEGIN CERTIFICATE-----\n'])('%j is keys', (text) => {
    expect(readAnswer(text, asked)).toEqual({ kind: 'keys' });
  });

  it('is a discovery document that names where its keys are', () => {
    const url = 'https://login.example/keys';
    const expected = { kind: 'discovery', url, host: 'login.example', isOtherHost: false };
    expect(readAnswer(discovery(url), asked)).toEqual(expected);
    expect(readAnswer(discovery(url, 'https://login.example/'), asked)).toEqual(expected);
  });

  it('warns of keys on another host and of another issuer', () => {
    expect(readAnswer(discovery('https://evil.example/keys', 'https://evil.example'), asked)).toMatchObject({
      isOtherHost: true,
      otherIssuer: 'https://evil.example',
    });
  });

  it.each(['?x=1', '#x', '/', '//'])(
    'warns of another issuer with %j behind the address as well',
    (behind) => {
      const text = discovery('https://login.example/keys', 'https://evil.example');
      expect(readAnswer(text, asked + behind)).toMatchObject({ otherIssuer: 'https://evil.example' });
      expect(readAnswer(text, asked.replace('openid', '%6fpenid') + behind)).toMatchObject({
        otherIssuer: 'https://evil.example',
      });
      expect(readAnswer(discovery('https://login.example/keys'), asked + behind)).not.toHaveProperty(
        'otherIssuer',
      );
    },
  );

  it('warns of another issuer where the address has the path of the issuer at its end (RFC 8414)', () => {
    const inserted = 'https://login.example/.well-known/oauth-authorization-server/tenant';
    const url = 'https://login.example/keys';
    expect(readAnswer(discovery(url, 'https://login.example/other'), inserted)).toMatchObject({
      otherIssuer: 'https://login.example/other',
    });
    expect(readAnswer(discovery(url, 'https://login.example/tenant'), inserted)).not.toHaveProperty(
      'otherIssuer',
    );
  });

  it.each([
    ['<!doctype html><title>Sign in</title>', 'web-page'],
    ['not json', 'not-json'],
    ['', 'not-json'],
    ['"keys"', 'not-json'],
    ['['.repeat(100_000), 'not-json'],
    ['[]', 'not-keys'],
    ['{"keys":"many"}', 'not-keys'],
    ['{"issuer":"https://login.example"}', 'not-keys'],
    [discovery('http://login.example/keys'), 'keys-elsewhere'],
    [discovery('javascript:alert(1)'), 'keys-elsewhere'],
    [discovery('file:///etc/passwd'), 'keys-elsewhere'],
  ])('%.40j is neither', (text, fault) => {
    expect(readAnswer(text, asked)).toEqual({ kind: 'refused', fault });
  });
});
