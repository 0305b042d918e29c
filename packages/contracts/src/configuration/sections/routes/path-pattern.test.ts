import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSegmentPrefix, lenientPattern, pathShape, readPathPattern } from './path-pattern.ts';

const pattern = (path: string): string | undefined => {
  const reading = readPathPattern(path);
  return 'pattern' in reading ? reading.pattern : undefined;
};

describe('a path pattern', () => {
  it.each(['/', '/orders', '/orders/', '/orders/{id}', '/a/{b}/c/{rest*}', '/~me/@you', '/.well-known/x'])(
    'may be %s',
    (path) => {
      expect(pattern(path)).toBe(path);
    },
  );

  it.each([
    ['/users/%40me', '/users/@me'],
    ['/jobs/7:cancel', '/jobs/7:cancel'],
    ['/%3Ame/%2A', '/:me/*'],
    ['/café', '/caf%C3%A9'],
    ['/caf%c3%a9/{id}', '/caf%C3%A9/{id}'],
    ['/a%20b', '/a%20b'],
  ])('is brought into the spelling of the paths it takes: %s', (written, canonical) => {
    expect(pattern(written)).toBe(canonical);
  });

  it('is left alone by a URL parser, so that what is matched is what is forwarded', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const read = pattern(path);
        fc.pre(read !== undefined);
        expect(new URL(read, 'http://a.example').pathname).toBe(read);
      }),
    );
  });

  it('has the same shape whatever its parameters are called', () => {
    expect(pathShape('/a/{id}/{rest*}')).toBe(pathShape('/a/{other}/{all*}'));
    expect(pathShape('/a/{id}')).not.toBe(pathShape('/a/{id*}'));
  });

  it('is read by a lenient server as the paths it takes, and keeps its parameters', () => {
    expect(lenientPattern('/Users/{id}/ME./{rest*}')).toBe('/users/{id}/me/{rest*}');
    expect(lenientPattern('/orders/')).toBe('/orders');
    expect(lenientPattern('/')).toBe('/');
  });

  it('begins with whole segments only', () => {
    expect(isSegmentPrefix('/orders', '/orders')).toBe(true);
    expect(isSegmentPrefix('/orders', '/orders/{id}')).toBe(true);
    expect(isSegmentPrefix('/orders', '/orders2')).toBe(false);
  });
});
