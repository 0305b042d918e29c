import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeLink, readLink } from './link.ts';

const page = 'https://signet.example/debugger/';
const token = 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln';
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwk = publicKey.export({ format: 'jwk' });
const privateJwk = privateKey.export({ format: 'jwk' });

describe('a link to what is on the workbench', () => {
  it.each([
    ['nothing else', { token }],
    ['a PEM', { token, key: pem }],
    ['a JWK and a time', { token, key: JSON.stringify(jwk, null, 2), at: 1_800_000_000_000 }],
    ['a key set', { token, key: JSON.stringify({ keys: [jwk] }) }],
  ])('carries the token and %s in its fragment, and is read back', (_, linked) => {
    const link = new URL(makeLink(page, linked));
    expect(link.search).toBe('');
    expect(readLink(link.hash)).toEqual(linked);
  });

  it.each([
    ['a secret', 'a shared secret'],
    ['a private PEM', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a private JWK', JSON.stringify(privateJwk)],
    ['a set with a private key', JSON.stringify({ keys: [jwk, privateJwk] })],
    ['a set with a secret', JSON.stringify({ keys: [{ kty: 'oct', k: 'c2VjcmV0' }] })],
  ])('never carries %s, and does not read it from one either', (_, key) => {
    expect(makeLink(page, { token, key })).toBe(makeLink(page, { token }));
    const made = new URLSearchParams({ token, key });
    expect(readLink(`#${made}`)).toEqual({ token });
  });

  it('never carries a private key that was pasted in the place of the token', () => {
    for (const key of [
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' }).toString(),
      JSON.stringify(privateJwk),
      JSON.stringify({ keys: [privateJwk] }),
    ]) {
      expect(makeLink(page, { token: key })).toBe(`${page}#token=`);
      expect(makeLink(page, { token: key.replaceAll(/\s/g, '') })).toBe(`${page}#token=`);
    }
  });

  it.each([
    '',
    '#',
    '#token',
    '#findings',
    '#key=abc',
    '#explanation=e30&token=a.b.c',
    '#token=a.b.c&reference=',
  ])('is nothing in %j', (fragment) => {
    expect(readLink(fragment)).toBeUndefined();
  });
});
