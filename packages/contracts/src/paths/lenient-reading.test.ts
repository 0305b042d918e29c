import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalPath, canonicalPath } from './canonical-path.ts';
import { isReadAsWritten, lenientSegments, pathsWithin } from './lenient-reading.ts';

const readingsOf = (raw: string): readonly string[] =>
  pathsWithin(canonicalPath(raw) as CanonicalPath).map((path) => `/${lenientSegments(path).join('/')}`);

describe('a lenient server', () => {
  it.each([
    '/users/@ME',
    '/Users/@me',
    '/users/@me/',
    '/users/%40me',
    '/users/@me.',
    '/users/@me%20',
    '/users/@me+',
    '/users/@me%3Fx',
    '/users/@ME%23/x',
    '/users/%EF%BC%A0me',
    '/users/@m%EF%BD%85',
    '/users%EF%BC%8F@me',
    '/users%EF%BC%BC@me',
    '/users%EF%BC%8F@me%3Fx',
  ])('takes %s for /users/@me', (path) => {
    expect(readingsOf(path)).toContain('/users/@me');
  });

  it.each([
    ['/%E2%84%AAelvin', '/kelvin'],
    ['/m%C4%B1ne', '/mine'],
    ['/CAF%C3%89', '/caf%C3%A9'],
    ['/cafe%CC%81', '/caf%C3%A9'],
    ['/a+b', '/a%20b'],
    ['/...', '/...'],
    ['/', '/'],
  ])('takes %s for %s', (path, reading) => {
    expect(readingsOf(path)).toEqual([reading]);
  });

  it('may take what is behind a hidden question mark or slash for the path as well', () => {
    expect(readingsOf('/a%3Fb/c')).toEqual(['/a%3Fb/c', '/a']);
    expect(readingsOf('/a%EF%BC%8Fb')).toEqual(['/a%2Fb', '/a/b']);
  });

  it.each(['/users/me', '/users/@me/x', '/users', '/users/@mee', '/'])('tells %s apart', (path) => {
    expect(isReadAsWritten(path as CanonicalPath)).toBe(true);
    expect(readingsOf(path)).toEqual([path]);
  });

  it('reads any path in time that grows with its length', () => {
    const dots = `/${'.'.repeat(15_000)}x`;
    expect(new Set(readingsOf(`${dots}/`)).has(dots)).toBe(true);
    const blanks = `/${'%20'.repeat(5000)}x`;
    expect(readingsOf(blanks).includes(blanks)).toBe(true);
  });

  it('reads its own reading the same', () => {
    const pieces = fc.constantFrom('/', 'a', 'B', '%40', '.', '+', '%20', '%3F', '%C3%89', '%25', '@', ':');
    const paths = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(paths, (raw) => {
        const path = canonicalPath(raw);
        fc.pre(typeof path === 'string');
        for (const reading of readingsOf(path)) expect(readingsOf(reading)[0]).toBe(reading);
      }),
    );
  });
});
