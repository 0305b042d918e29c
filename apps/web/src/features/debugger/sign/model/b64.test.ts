import { describe, expect, it } from 'vitest';
import { isUnencoded, setUnencoded } from './b64.ts';

describe('a payload that is signed as it is', () => {
  it.each([
    ['{"alg":"ES256"}', '{"alg":"ES256","b64": false,"crit": ["b64"]}'],
    ['{"alg":"ES256","crit":["exp"]}', '{"alg":"ES256","crit":["exp","b64"],"b64": false}'],
    ['{"b64":true,"n":1.50}', '{"b64":false,"n":1.50,"crit": ["b64"]}'],
    ['{"b64":false,"crit":["b64"]}', '{"b64":false,"crit":["b64"]}'],
  ])('is announced in %s, which stays as it is otherwise', (before, after) => {
    expect(setUnencoded(before, true)).toBe(after);
    expect(isUnencoded(after)).toBe(true);
  });

  it.each([
    ['{"alg":"ES256","b64":false,"crit":["b64"]}', '{"alg":"ES256"}'],
    ['{"alg":"ES256","b64":false,"crit":["exp","b64"]}', '{"alg":"ES256","crit":["exp"]}'],
    ['{"alg":"ES256"}', '{"alg":"ES256"}'],
  ])('is no more announced in %s', (before, after) => {
    expect(setUnencoded(before, false)).toBe(after);
    expect(isUnencoded(after)).toBe(false);
  });

  it('leaves text alone that is no header yet', () => {
    expect(setUnencoded('{"alg":', true)).toBe('{"alg":');
    expect(isUnencoded('{"alg":')).toBe(false);
  });
});
