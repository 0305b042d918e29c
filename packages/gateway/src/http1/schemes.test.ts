import { describe, expect, it } from 'vitest';
import { schemeOf } from './schemes.ts';

describe('the scheme of an origin', () => {
  it('says when a request may be written: over TLS not before the other side has proved who it is', () => {
    expect(schemeOf(new URL('http://api.example')).connected).toBe('connect');
    expect(schemeOf(new URL('https://api.example')).connected).toBe('secureConnect');
  });

  it('is never guessed: where there is none, nothing is sent in plain text instead', () => {
    for (const address of ['ws://api.example', 'ftp://api.example', 'unix:/run/api'])
      expect(() => schemeOf(new URL(address))).toThrow(
        `No connections are made by ${new URL(address).protocol}`,
      );
  });
});
