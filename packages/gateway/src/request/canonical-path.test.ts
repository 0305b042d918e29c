import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPath } from './canonical-path.ts';

describe('canonicalPath', () => {
  it.each([
    ['/', '/'],
    ['/orders/17', '/orders/17'],
    ['/orders/', '/orders/'],
    ['/%6frders', '/orders'],
    ['/caf%c3%a9', '/caf%C3%A9'],
    ['/a%20b', '/a%20b'],
    ['/100%25', '/100%25'],
    ['/a.b/..c/d..', '/a.b/..c/d..'],
    ["/a:b@c!$&'()*+,=~_-", "/a:b@c!$&'()*+,=~_-"],
  ])('gives %s the one form %s', (raw, canonical) => {
    expect(canonicalPath(raw)).toBe(canonical);
  });

  it.each([
    '',
    'orders',
    '//orders',
    '/a//b',
    '/a/./b',
    '/a/../b',
    '/..',
    '/.',
    '/a/%2e%2e/b',
    '/a/%2E/b',
    '/a%2fb',
    '/a%2Fb',
    '/a%5cb',
    '/a\\b',
    '/a;b=1',
    '/a%3Bb',
    '/a%00',
    '/a%0d%0a',
    '/a%7f',
    '/a%',
    '/a%4',
    '/a%zz',
    '/a%252e',
    '/a%252f',
    '/a%ff',
    '/a%c3',
    '/a b',
    '/a\u0000',
    '/é',
    '/a#b',
    '/a"b',
    '/a|b',
  ])('refuses %j', (raw) => {
    expect(canonicalPath(raw)).toHaveProperty('found');
  });

  it('gives a canonical path back as it is', () => {
    const pieces = fc.constantFrom(
      '/',
      'a',
      'Z',
      '.',
      '%',
      '2',
      'e',
      'F',
      '5',
      '%41',
      '%c3%a9',
      ';',
      '\\',
      '~',
      '%20',
    );
    const paths = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(paths, (raw) => {
        const once = canonicalPath(raw);
        if (typeof once === 'string') expect(canonicalPath(once)).toBe(once);
      }),
    );
  });

  it('never lets a path climb, whichever way it is decoded and however often', () => {
    const pieces = fc.constantFrom(
      '/',
      '.',
      '..',
      '%2e',
      '%252e',
      '%2f',
      '%5c',
      '%25',
      'a',
      ';',
      '%00',
      '\\',
    );
    const paths = fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(paths, (raw) => {
        const path = canonicalPath(raw);
        if (typeof path !== 'string') return;
        const twice = safeDecode(safeDecode(path));
        expect(twice).not.toMatch(/\/\.{1,2}(\/|$)|\/\/|\\|;/);
      }),
      { numRuns: 2000 },
    );
  });
});

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
