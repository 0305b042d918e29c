import { aRecord, noon } from '@signet/contracts/testing';
import { expect, it } from 'vitest';
import { tellTrial } from './tell-trial.ts';

it('counts calls by who made them, on which route, and what they would come to; more kinds than fit are counted together', () => {
  const token = { verified: true, issuer: 'i', subject: 'ada', clientId: 'shop' };
  const of = (more: object) => aRecord({ at: noon, token, route: 'orders', ...more });
  const forged = of({ token: { ...token, verified: false } });
  const told = tellTrial([
    ...Array.from({ length: 5 }, () => ({ record: of({}), becomes: 'scope_missing' })),
    { record: of({ at: noon - 5 }), was: 'token_missing' },
    { record: forged, was: 'token_expired' },
    { record: of({}), was: 'token_missing', becomes: 'token_expired' },
    { record: of({}) },
    { record: of({}), cannotTell: 'the audience of the token' },
  ]);
  expect(told).toMatchObject({ calls: 10, from: noon - 5, same: 2, furtherFlips: 0 });
  expect(told.flips.map(({ examples, ...flip }) => ({ ...flip, examples: examples.length }))).toEqual([
    { consumer: 'shop', route: 'orders', becomes: 'scope_missing', count: 5, examples: 3 },
    { consumer: 'shop', route: 'orders', was: 'token_missing', count: 1, examples: 1 },
    { route: 'orders', was: 'token_expired', count: 1, examples: 1 },
  ]);
  expect(told.cannotTell).toMatchObject([{ why: 'the audience of the token', count: 1 }]);
  const many = Array.from({ length: 700 }, (_, at) => ({ record: of({ route: `r${at}` }), becomes: 'x' }));
  expect(tellTrial(many)).toMatchObject({ furtherFlips: 200, flips: { length: 500 } });
  expect(tellTrial([])).toEqual({ calls: 0, same: 0, flips: [], furtherFlips: 0, cannotTell: [] });
});
