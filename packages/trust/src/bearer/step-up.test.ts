import { expect, it } from 'vitest';
import { refuseSignIn, stepUpOf } from './step-up.ts';

it.each([
  ['1', '1', true],
  ['1', '2', true],
  ['2', '1', false],
  ['2', '2', true],
  ['urn:card', '2', false],
  ['1', '10', false],
])('where %j is asked for, %j is taken: %s', (asked, came, taken) => {
  const stepUp = stepUpOf([asked]);
  if (stepUp === undefined) throw new Error('nothing is asked');
  expect(refuseSignIn({ acr: came }, stepUp, 0, 0) === undefined).toBe(taken);
});

it('asks for nothing where nothing is named', () => {
  expect(stepUpOf([])).toBeUndefined();
});

it('counts whole seconds alone, and asks and says the same ones', () => {
  const stepUp = stepUpOf([], 1.9);
  expect(stepUp).toMatchObject({ maxAge: 1, challenge: { max_age: '1' } });
});
