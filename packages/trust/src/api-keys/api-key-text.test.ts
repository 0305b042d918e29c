import { hideTokens } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { hashApiKey, isApiKey, newApiKey } from './api-key-text.ts';

const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

describe('an API key', () => {
  it('has a prefix, 256 random bits and a checksum, and never comes twice', () => {
    const keys = Array.from({ length: 50 }, () => newApiKey(random));
    expect(new Set(keys).size).toBe(50);
    for (const key of keys) {
      expect(key).toMatch(/^sgk_[0-9a-f]{72}$/);
      expect(isApiKey(key)).toBe(true);
    }
  });

  it('is told from a typing error in any place without asking anybody', () => {
    const key = newApiKey(random);
    for (let place = 4; place < key.length; place += 1) {
      const typed = key[place] === '0' ? '1' : '0';
      expect(isApiKey(`${key.slice(0, place)}${typed}${key.slice(place + 1)}`), `at ${place}`).toBe(false);
    }
  });

  it.each(['', 'sgk_', ' ', 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln', 'SGK_'])('is not %o', (text) => {
    expect(isApiKey(text)).toBe(false);
  });

  it('is not one with anything before, behind or twice, nor in capitals', () => {
    const key = newApiKey(random);
    for (const text of [
      ` ${key}`,
      `${key} `,
      `${key}\n`,
      `${key},${key}`,
      `${key}${key}`,
      key.toUpperCase(),
    ]) {
      expect(isApiKey(text), text.replaceAll(key, 'KEY')).toBe(false);
    }
  });

  it('is found by a hash that says nothing of it', () => {
    const key = newApiKey(random);
    expect(hashApiKey(key)).toMatch(/^[\w-]{43}$/);
    expect(hashApiKey(key)).toBe(hashApiKey(key));
    expect(hashApiKey(newApiKey(random))).not.toBe(hashApiKey(key));
  });

  it('is hidden wherever a token would be', () => {
    const key = newApiKey(random);
    expect(hideTokens(`/files/${key}/x?k=${key}`)).toBe('/files/(an API key)/x?k=(an API key)');
    // Cut off as well, since most of a key is a secret still.
    expect(hideTokens(`sent ${key.slice(0, 30)}`)).toBe('sent (an API key)');
    expect(hideTokens('sgk_ is the prefix')).toBe('sgk_ is the prefix');
  });
});
