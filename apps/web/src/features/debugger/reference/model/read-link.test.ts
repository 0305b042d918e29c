import { type DecisionRecord, explanationLink, longestExplanationLink, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { readArrival } from '../arrival.ts';
import { readCarried } from './read-link.ts';

const record: DecisionRecord = {
  reference: newId('reference'),
  at: 1_795_000_000_000,
  node: 'gateway-1',
  method: 'GET',
  path: '/größe',
  outcome: 'refused',
  status: 401,
  refusal: { code: 'token_revoked', sentence: 'The session has ended.' },
  steps: [{ step: 'check-revocation', outcome: 'refused', expected: 'a live session', actual: 'ended' }],
  durationMicros: 12,
};

function carriedBy(link: string | undefined): string {
  const arrival = readArrival(new URL(link ?? '').hash);
  return arrival?.kind === 'link' ? arrival.carried : '';
}

const packed = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');

describe('an explanation in a link', () => {
  it('is what the command line put there', () => {
    expect(readCarried(carriedBy(explanationLink('http://localhost:9000/', record)))).toEqual(record);
  });

  it.each([
    ['', 'nothing'],
    ['%%%', 'no base64url'],
    [packed('not json'), 'no JSON'],
    [packed('{}'), 'no record'],
    [packed(Uint8Array.of(0x22, 0xff, 0x22)), 'no UTF-8'],
    [packed(JSON.stringify({ ...record, outcome: 'verified' })), 'an outcome there is not'],
    [packed(JSON.stringify({ ...record, at: 1e300 })), 'a time that is none'],
    [
      packed(JSON.stringify({ ...record, refusal: { code: '__proto__', sentence: 'x' } })),
      'a code there is not',
    ],
    [packed('['.repeat(9000)), 'brackets'],
    ['A'.repeat(longestExplanationLink + 1), 'too much'],
  ])('%.20j is none: it holds %s', (carried) => {
    expect(readCarried(carried)).toBeUndefined();
  });
});
