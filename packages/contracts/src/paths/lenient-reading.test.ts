import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalPath, canonicalPath } from './canonical-path.ts';
import { lenientReading } from './lenient-reading.ts';

const readingOf = (raw: string): string => lenientReading(canonicalPath(raw) as CanonicalPath);

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
    '/users/@me%23/x',
    '/users/%EF%BC%A0me',
    '/users/@m%EF%BD%85',
    '/users%EF%BC%8F@me',
    '/users%EF%BC%BC@me',
  ])('takes %s for /users/@me', (path) => {
    expect(readingOf(path)).toBe('/users/@me');
  });

  it.each([
    ['/%E2%84%AAelvin', '/kelvin'],
    ['/m%C4%B1ne', '/mine'],
    ['/CAF%C3%89', '/caf%C3%A9'],
    ['/cafe%CC%81', '/caf%C3%A9'],
    ['/a+b', '/a%20b'],
    ['/', '/'],
  ])('takes %s for %s', (path, reading) => {
    expect(readingOf(path)).toBe(reading);
  });

  it.each(['/users/me', '/users/@me/x', '/users', '/users/@mee'])('tells %s apart', (path) => {
    expect(readingOf(path)).toBe(path);
  });

  it('reads any path in time that grows with its length', () => {
    const dots = `/${'.'.repeat(15_000)}x`;
    expect(readingOf(dots)).toBe(dots);
    expect(readingOf(`/${'%20'.repeat(5000)}x`)).toBe(`/${'%20'.repeat(5000)}x`);
  });

  it('reads its own reading the same', () => {
    const pieces = fc.constantFrom('/', 'a', 'B', '%40', '.', '+', '%20', '%3F', '%C3%89', '%25', '@', ':');
    const paths = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(paths, (raw) => {
        const path = canonicalPath(raw);
        fc.pre(typeof path === 'string');
        const reading = lenientReading(path);
        expect(lenientReading(reading as CanonicalPath)).toBe(reading);
      }),
    );
  });
});
