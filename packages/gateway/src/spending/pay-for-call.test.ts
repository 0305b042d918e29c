import { expect, it } from 'vitest';
import { UpstreamFailure } from '../http1/upstream-failure.ts';
import { billOfCall } from './pay-for-call.ts';

const fixed = { micros: 2_000, currency: 'USD' };
const said = { ...fixed, header: 'x-cost' };
const answered = { status: 200, failure: undefined };
const failed = (kind: UpstreamFailure['kind']) => ({
  status: undefined,
  failure: new UpstreamFailure(kind, { untouched: true }),
});

it('costs its price where it was answered', () => {
  expect(billOfCall(fixed, answered, undefined)).toMatchObject({ cost: { micros: 2_000, tokens: 0 } });
  expect(billOfCall(fixed, { ...answered, status: 404 }, '9')).toMatchObject({ cost: { micros: 2_000 } });
});

it('costs nothing where it came nowhere, failed there, or was answered by what is kept', () => {
  for (const attempt of [undefined, failed('unreachable'), failed('busy'), { ...answered, status: 503 }])
    expect(billOfCall(fixed, attempt, undefined)).toBe('nothing');
});

it('counts as reserved where it was sent and nobody knows what became of it', () => {
  for (const attempt of [failed('broken'), failed('timeout'), { status: undefined, failure: undefined }])
    expect(billOfCall(fixed, attempt, undefined)).toMatchObject({ cost: 'as-reserved' });
});

it.each([
  ['0.0125', 12_500],
  ['0', 0],
  ['3', 3_000_000],
  ['0.0000001', 1],
])('is what the answer says: %s', (text, micros) => {
  expect(billOfCall(said, answered, text)).toMatchObject({ cost: { micros }, provenance: 'provider' });
});

it.each([undefined, '', '-1', '1e3', '0x1', '1,5', '1 USD', '9999999999'])(
  'is as reserved where the answer says %j, which is no amount',
  (text) => {
    expect(billOfCall(said, answered, text)).toMatchObject({ cost: 'as-reserved' });
  },
);
