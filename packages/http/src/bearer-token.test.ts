import { expect, it } from 'vitest';
import { bearerToken } from './bearer-token.ts';

it.each([
  ['Bearer abc.def-_~+/=', 'abc.def-_~+/='],
  ['bearer  abc', 'abc'],
  [undefined, undefined],
  ['', undefined],
  ['Bearer', undefined],
  ['Bearer ', undefined],
  ['Bearer a b', undefined],
  ['Bearer a,Bearer b', undefined],
  ['Basic abc', undefined],
  ['Bearer ä', undefined],
])('the token of %j is %j', (header, token) => expect(bearerToken(header)).toBe(token));
