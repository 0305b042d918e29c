import { describe, expect, it } from 'vitest';
import { readAddress } from './key-address.ts';

describe('an address to fetch keys from', () => {
  it.each([
    ['https://login.example/keys', 'https://login.example/keys', 'login.example'],
    [
      '  https://login.example:8443/keys?v=1#top ',
      'https://login.example:8443/keys?v=1',
      'login.example:8443',
    ],
    ['http://localhost:9000/keys', 'http://localhost:9000/keys', 'localhost:9000'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/', '127.0.0.1:9000'],
  ])('%j is asked as it is shown', (text, url, host) => {
    expect(readAddress(text)).toEqual({ kind: 'address', url, host });
  });

  it.each([
    ['', 'none'],
    ['keys', 'no-address'],
    ['//login.example/keys', 'no-address'],
    ['http://login.example/keys', 'not-https'],
    ['http://localhost.evil.example/', 'not-https'],
    ['http://127.0.0.1.evil.example/', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['data:application/json,{}', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['https://ada:secret@login.example/', 'credentials'],
    [`https://login.example/${'a'.repeat(2048)}`, 'too-long'],
  ])('%j is not asked', (text, fault) => {
    expect(readAddress(text)).toEqual({ kind: 'refused', fault });
  });
});
