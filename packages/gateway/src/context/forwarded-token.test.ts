import { expect, it } from 'vitest';
import type { Admitted } from '../steps/passage.ts';
import { tokenForwarding } from './forwarded-token.ts';

const guarded = { kind: 'protected', forwardsToken: true };

function after(route: object, token?: { readonly claims: object }, keyHash?: string) {
  const admitted = {
    route,
    ...(token === undefined ? {} : { token }),
    ...(keyHash === undefined ? {} : { keyHash }),
  };
  return tokenForwarding({ presented: 'a.b.c' }, admitted as unknown as Admitted);
}

it.each([
  ['forwarded', { claims: { sub: 'ada' } }, undefined],
  ['kept-back', { claims: { cnf: { jkt: 'x' } } }, undefined],
  ['kept-back', { claims: { cnf: { 'x5t#S256': 'x' } } }, undefined],
  ['kept-back', { claims: { sub: 'ada' } }, 'hash of a key'],
  [undefined, undefined, undefined],
] as const)('a token is %s where it says %o', (expected, token, keyHash) => {
  expect(after(guarded, token, keyHash)).toBe(expected);
});

it('no password of a machine goes on, whatever else was presented', () => {
  const proven = { route: guarded, token: { claims: {} }, machine: {} };
  expect(tokenForwarding({ presented: 'a.b.c' }, proven as unknown as Admitted)).toBe('kept-back');
});

it('a token is no question where the route lets none go on', () => {
  expect(after({ kind: 'protected', forwardsToken: false }, { claims: {} })).toBeUndefined();
  expect(after({ kind: 'public' })).toBeUndefined();
});
