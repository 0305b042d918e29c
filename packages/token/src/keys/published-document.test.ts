import { describe, expect, it } from 'vitest';
import { missedIssuer, readPublishedDocument } from './published-document.ts';

describe('a published document', () => {
  it.each(['{"keys":[]}', '{"kty":"OKP"}', '-----BEGIN CERTIFICATE-----\n', '{"keys":[],"jwks_uri":"x"}'])(
    '%j is keys',
    (text) => expect(readPublishedDocument(text)).toEqual({ kind: 'keys' }),
  );

  it('is a discovery document where it says in which place the keys are, and perhaps for whom', () => {
    expect(readPublishedDocument('{"jwks_uri":"https://a.example/k","issuer":"https://a.example"}')).toEqual({
      kind: 'discovery',
      jwksUri: 'https://a.example/k',
      issuer: 'https://a.example',
    });
    expect(readPublishedDocument('{"jwks_uri":"k","issuer":1}')).toMatchObject({ issuer: undefined });
  });

  it.each([
    ['<!doctype html>', 'web-page'],
    ['not json', 'not-json'],
    ['', 'not-json'],
    ['null', 'not-json'],
    ['['.repeat(100_000), 'not-json'],
    ['[]', 'not-keys'],
    ['{"keys":"many"}', 'not-keys'],
    ['{"jwks_uri":1}', 'not-keys'],
  ])('%.40j is neither', (text, reason) =>
    expect(readPublishedDocument(text)).toEqual({ kind: 'neither', reason }),
  );
});

describe('the issuer of a discovery document', () => {
  const asked = new URL('https://a.example/t/.well-known/openid-configuration');

  it.each(['https://a.example/t', 'https://a.example/t/'])('is %s, whose address it has', (issuer) =>
    expect(missedIssuer(issuer, asked)).toBeUndefined(),
  );

  it.each(['https://a.example', 'https://evil.example/t', undefined])('is not %s', (issuer) =>
    expect(missedIssuer(issuer, asked)).toBe('https://a.example/t'),
  );

  it('is not known from an address that is no issuer’s', () => {
    expect(missedIssuer('https://a.example', new URL('https://a.example/document'))).toBeUndefined();
    expect(missedIssuer(undefined, new URL('https://a.example/document'))).toBeUndefined();
  });
});
