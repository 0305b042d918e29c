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
    ['/%40%2b%2C%3D%26%24%21%27%28%29%2a%3a', "/@+,=&$!'()*:"],
    ['/%7Eada%2Dx%5F', '/~ada-x_'],
    ['/what%3f%23', '/what%3F%23'],
    ['/%5b%7B%7c%22', '/%5B%7B%7C%22'],
    ['/50%25%20off', '/50%25%20off'],
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
    '/a/%25%32%65%25%32%65/b',
    '/a/%252%65%252%65/b',
    '/a/%25%32e/b',
    '/users/%2540me',
    '/users/%25%34%30me',
    '/a%25%35c',
    '/a%25u002e',
    '/a/..%3Fb',
    '/a/.%23',
    '/a/..%20/b',
    '/a/..+/b',
    '/a/%E2%80%A5%3Fb',
    '/a%25%75%30%30%32%65',
    '/a/%E2%80%A5/b',
    '/a/%EF%BC%8E%EF%BC%8E/b',
    '/a%EF%BC%BC%E2%80%A4/b',
    '/a%c0%ae',
    '/a%ed%a0%80',
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
    fc.assert(
      fc.property(paths, (raw) => {
        const once = canonicalPath(raw);
        if (typeof once === 'string') expect(canonicalPath(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives one form to all spellings of one path', () => {
    const text = fc.string({ unit: fc.constantFrom(...pathCharacters), minLength: 1, maxLength: 8 });
    const spelled = text.chain((plain) =>
      fc.array(fc.boolean(), { minLength: plain.length, maxLength: plain.length }).map((hidden) => ({
        plain,
        spelling: [...plain].map((each, index) => (hidden[index] ? escaped(each) : each)).join(''),
      })),
    );
    fc.assert(
      fc.property(spelled, ({ plain, spelling }) => {
        expect(canonicalPath(`/${spelling}`)).toBe(`/${plain}`);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['strictly', strictDecode],
    ['as far as it goes', tolerantDecode],
  ])('never lets a path climb or change its segments, decoded %s, however often', (_, decode) => {
    fc.assert(
      fc.property(paths, (raw) => {
        const path = canonicalPath(raw);
        if (typeof path !== 'string') return;
        let decoded: string = path;
        for (let times = 1; times <= 4; times += 1) {
          decoded = decode(decoded);
          expect(decoded).not.toMatch(/\/\.{1,2}(\/|$)|\/\/|\\|;|\0/);
          expect(decoded.split('/')).toHaveLength(path.split('/').length);
        }
      }),
      { numRuns: 20_000 },
    );
  });
});

const pathCharacters = "abcXYZ019_~-!$&'()*+,=:@";

/** What escapes are made of, and what they may hide. */
const pieces = fc.oneof(
  fc.constantFrom(
    '/',
    'a',
    'Z',
    '.',
    '..',
    '%',
    '%25',
    '2',
    '5',
    'e',
    'E',
    'f',
    'F',
    'u',
    'c',
    '3',
    'b',
    '0',
  ),
  fc.constantFrom(
    '%2e',
    '%2F',
    '%5c',
    '%3b',
    '%00',
    '%32',
    '%35',
    '%65',
    '%46',
    '%c3%a9',
    '%E2%80%A5',
    ';',
    '\\',
  ),
);
const paths = fc.array(pieces, { maxLength: 14 }).map((parts) => `/${parts.join('')}`);

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

function strictDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As servers do that leave alone what is no escape, and know `%uXXXX`. */
function tolerantDecode(text: string): string {
  return text.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (_, wide?: string, octet?: string) =>
    String.fromCharCode(Number.parseInt(wide ?? octet ?? '', 16)),
  );
}
