import { expect, it } from 'vitest';
import { readFromNode } from './read-from-node.ts';

const record = {
  reference: `req_${'0'.repeat(26)}`,
  at: 1,
  node: 'gateway-1',
  method: 'GET',
  path: '/',
  outcome: 'forwarded',
  status: 200,
  steps: [],
  durationMicros: 1,
};

const reservation = {
  id: 'req_1',
  pages: [{ key: 'k', budget: 'teams', endsAt: 1, counts: 'tokens', limit: 9, soft: false }],
  most: { micros: 1, tokens: 2 },
  currency: 'USD',
  leaseFor: 1000,
  labels: { route: 'models' },
};
const ledgered = (request: object) => ({
  ...{ kind: 'ledger', request: 1 },
  asked: { act: 'reserve', request: { ...reservation, ...request } },
});

const keptCall = {
  ...{
    reference: `req_${'0'.repeat(26)}`,
    at: 1,
    forgetAt: 2,
    route: 'models',
    protocol: 'chat',
    asked: 'gpt',
  },
  ...{ provider: 'openai', model: 'gpt-5.6', took: 1, question: '{}' },
  answer: { text: '', calls: [], end: 'whole' },
};

it.each([
  { kind: 'beat', beat: 1 },
  { kind: 'subscribe', subscription: 1, after: 0 },
  { kind: 'records', records: [record] },
  { kind: 'keptCall', call: keptCall },
  { kind: 'limit', request: 1, key: 'a', limit: { count: 10, per: 1000 } },
  { kind: 'quota', request: 1, asked: { key: 'a', limit: 10, endsAt: 1 } },
  { kind: 'hold', request: 1, name: 'a', most: 100_000 },
  { kind: 'release', request: 1 },
  { kind: 'ledger', request: 1, asked: { act: 'reserve', request: reservation } },
  { kind: 'ledger', request: 1, asked: { act: 'release', id: 'req_1' } },
  { kind: 'document', request: 1, path: '/.well-known/jwks.json' },
  { kind: 'contextKeys', request: 1 },
])('reads %o', (message) => {
  expect(readFromNode(JSON.parse(JSON.stringify(message)))).toEqual(message);
});

it.each([
  ['nothing', null],
  ['a text', 'beat'],
  ['a kind that is none', { kind: 'start', orders: {} }],
  ['a kind of the other direction', { kind: 'welcome', name: 'edge-1', issuer: 'x', loaded: {} }],
  ['a member more', { kind: 'beat', beat: 1, node: 'edge-2' }],
  ['a number below none', { kind: 'subscribe', subscription: 1, after: -1 }],
  ['a number that is none', { kind: 'applied', sequence: '7' }],
  ['a number beyond all numbers', { kind: 'applied', sequence: 1e300 }],
  ['a path that is none', { kind: 'document', request: 1, path: 'https://elsewhere.example/' }],
  ['a key without end', { kind: 'limit', request: 1, key: 'k'.repeat(1025), limit: { count: 1, per: 1 } }],
  ['a budget of nothing', { kind: 'limit', request: 1, key: 'k', limit: { count: 0, per: 1 } }],
  ['a budget that is negative', { kind: 'limit', request: 1, key: 'k', limit: { count: -5, per: 1 } }],
  ['places without end', { kind: 'hold', request: 1, name: 'a', most: 1e9 }],
  ['half a place', { kind: 'hold', request: 1, name: 'a', most: 0.5 }],
  ['a reservation below nothing', ledgered({ most: { micros: -1, tokens: 0 } })],
  ['a reservation beyond all money', ledgered({ most: { micros: 1e16, tokens: 0 } })],
  ['a reservation in no currency', ledgered({ currency: 'usd' })],
  ['a lease for ever', ledgered({ leaseFor: 86_400_001 })],
  ['budgets without end', ledgered({ pages: Array.from({ length: 17 }, () => reservation.pages[0]) })],
  ['an entry without a name', { kind: 'ledger', request: 1, asked: { act: 'release', id: '' } }],
  ['records of another form', { kind: 'records', records: [{ ...record, status: 7000 }] }],
  [
    'a kept call that is too long',
    { kind: 'keptCall', call: { ...keptCall, question: 'x'.repeat(200_000) } },
  ],
  ['a kept call of another form', { kind: 'keptCall', call: { ...keptCall, token: 'a' } }],
  ['too many records', { kind: 'records', records: Array.from({ length: 51 }, () => record) }],
  ['states of another form', { kind: 'state', request: 1, states: [{ node: 1 }] }],
  ['a prototype', JSON.parse('{"kind":"beat","beat":1,"__proto__":{"a":1}}')],
])('takes %s for no message', (_, message) => {
  expect(readFromNode(message)).toBeUndefined();
});
