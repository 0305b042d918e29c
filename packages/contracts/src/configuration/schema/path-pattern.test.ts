import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSegmentPrefix, pathFault, pathShape } from './path-pattern.ts';

describe('a path pattern', () => {
  it.each(['/', '/orders', '/orders/', '/orders/{id}', '/a/{b}/c/{rest*}', '/~me/@you', '/.well-known/x'])(
    'may be %s',
    (path) => {
      expect(pathFault(path)).toBeUndefined();
    },
  );

  it('is left alone by a URL parser, so that what is matched is what is forwarded', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        fc.pre(pathFault(path) === undefined);
        expect(new URL(path, 'http://a.example').pathname).toBe(path);
      }),
    );
  });

  it('has the same shape whatever its parameters are called', () => {
    expect(pathShape('/a/{id}/{rest*}')).toBe(pathShape('/a/{other}/{all*}'));
    expect(pathShape('/a/{id}')).not.toBe(pathShape('/a/{id*}'));
  });

  it('begins with whole segments only', () => {
    expect(isSegmentPrefix('/orders', '/orders')).toBe(true);
    expect(isSegmentPrefix('/orders', '/orders/{id}')).toBe(true);
    expect(isSegmentPrefix('/orders', '/orders2')).toBe(false);
  });
});
