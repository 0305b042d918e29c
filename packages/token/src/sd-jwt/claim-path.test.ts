import { describe, expect, it } from 'vitest';
import { readJson } from '../json/read-json.ts';
import { readClaimPath, resolvePath } from './claim-path.ts';

describe('readClaimPath', () => {
  it.each([
    ['address.street', ['address', 'street']],
    ['nationalities[1]', ['nationalities', 1]],
    ['a[0][2].b', ['a', 0, 2, 'b']],
    ['/a.b/0/x~1y~01', ['a.b', '0', 'x/y~1']],
  ])('reads %s', (text, path) => expect(readClaimPath(text)).toEqual(path));

  it.each(['', '.', '.a', 'a.', 'a[x]', 'a[1', 'a]', 'a..b'])('does not read %j', (text) =>
    expect(readClaimPath(text)).toBeUndefined(),
  );
});

describe('resolvePath', () => {
  const reading = readJson('{"a":[{"0":1}]}');
  if (reading.kind === 'not-json') throw new Error('no JSON');

  it('takes a number as an index in an array and as a name in an object', () => {
    expect(resolvePath(reading.root, ['a', '0', 0])).toEqual(['a', 0, '0']);
  });

  it.each([[[]], [['b']], [['a', 1]], [['a', '00']], [['a', 0, '0', 'x']]])('finds nothing at %j', (path) =>
    expect(resolvePath(reading.root, path)).toBeUndefined(),
  );
});
