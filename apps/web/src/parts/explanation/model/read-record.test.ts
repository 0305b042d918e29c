import {
  type DecisionRecord,
  decisionRecordSchema,
  newId,
  type StepFacts,
  stepNames,
} from '@signet/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord } from './read-record.ts';

const facts: Required<StepFacts> = {
  because: 'no-limit',
  droppedHeaders: 'x-user',
  furtherDropped: 1,
  droppedSignInCookie: true,
  route: 'demo',
  source: 'Authorization',
  keySource: 'x-api-key',
  passwordSource: 'Authorization',
  usedNow: true,
  apiKey: 'apk_1',
  machine: 'billing',
  remembered: true,
  issuer: 'i',
  alg: 'ES256',
  kid: 'k',
  newsAgeMs: 1,
  scopes: 's',
  roles: 'r',
  permissions: 'p',
  requirements: '(scopes (a | b) | roles c)',
  acr: '2',
  maxAgeSeconds: 600,
  conditions: 'own-tenant',
  brokenPart: 'claims.tenant == path.tenant',
  count: 1,
  perMs: 1000,
  by: 'route',
  period: 'day',
  atOnce: 2,
  left: 0,
  mostSpent: '0.01 USD, 90 tokens',
  budgets: 'teams 1.5 USD',
  booked: '0.002 USD, 41 tokens',
  checkedParameters: 2,
  checkedBytes: 12,
  webhook: 'policy.example',
  webhookVerdict: 'allowed',
  tookMs: 1.5,
  cache: 'hit',
  kept: true,
  ageSeconds: 1,
  modelAsked: 'gpt',
  model: 'gpt-5.6',
  provider: 'openai',
  spoken: 'chat',
  inputTokens: 12,
  outputTokens: 3,
  cacheReadTokens: 1,
  costMicros: 42,
  savedMicros: 7,
  guarded: 'personal 2',
  currency: 'USD',
  countedBy: 'provider',
  lost: 'seed dropped',
  passedOver: 'claude/opus has no vision',
  toolServer: 'files',
  toolMethod: 'tools/call',
  tool: 'read',
  toolDigest: 'sha256:0',
  attempt: 1,
  upstream: 'orders',
  target: '127.0.0.1:1',
  unwell: '127.0.0.1:2',
  ejected: '127.0.0.1:3, 127.0.0.1:4',
  retriesSpent: true,
  status: 200,
  keptBackCookie: true,
  contextGiven: true,
  token: 'forwarded',
  failure: 'waited',
  waitedMs: 1,
  connections: 1,
};

const record: DecisionRecord = {
  version: 2,
  reference: newId('reference'),
  at: 1_795_000_000_000,
  node: 'gateway-1',
  method: 'GET',
  path: '/demo/hello',
  route: 'demo',
  outcome: 'refused',
  status: 401,
  refusal: {
    code: 'token_revoked',
    variant: 'session',
    values: { seconds: 5, name: 'x' },
    sentence: 'Revoked.',
    expected: 'a',
    actual: 'b',
    fix: 'c',
    rule: 'd',
  },
  steps: stepNames.map((step) => ({
    step,
    outcome: 'ok' as const,
    facts,
    note: 'n',
    expected: 'e',
    actual: 'a',
  })),
  token: {
    verified: true,
    issuer: 'i',
    subject: 's',
    clientId: 'c',
    jti: 'j',
    sid: 'x',
    kid: 'k',
    alg: 'ES256',
    issuedAt: 1,
    expiresAt: 2,
  },
  upstream: { name: 'orders', target: 'http://127.0.0.1:1', status: 200 },
  durationMicros: 12,
};

describe('reading a record', () => {
  it('takes every member that the contract has', () => {
    expect(readRecord(record)).toEqual(record);
    expect(decisionRecordSchema.parse(record)).toEqual(record);
  });

  it('takes a record with only what a record must have', () => {
    const { version, route, refusal, token, upstream, ...least } = record;
    expect(readRecord({ ...least, steps: [] })).toEqual({ ...least, steps: [] });
    expect([version, route, refusal, token, upstream]).not.toContain(undefined);
  });

  it('takes as much as the contract takes, and nothing beyond', () => {
    const named = (count: number, length: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}`.padStart(length, 'x'), 1]));
    const recordWith = (values: object, steps = record.steps) => ({
      ...record,
      refusal: { ...record.refusal, values },
      steps,
    });
    const many = (length: number) =>
      Array.from({ length }, () => ({ step: 'forward' as const, outcome: 'failed' as const }));
    const within = [recordWith(named(16, 64)), recordWith({}, many(32))];
    const beyond = [recordWith(named(17, 2)), recordWith(named(1, 65)), recordWith({}, many(33))];
    for (const whole of within) {
      expect(readRecord(whole)).toEqual(whole);
      expect(decisionRecordSchema.parse(whole)).toEqual(whole);
    }
    expect(beyond.map(readRecord)).toEqual([undefined, undefined, undefined]);
    expect(beyond.map((whole) => decisionRecordSchema.safeParse(whole).success)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('refuses what the contract refuses, wherever one value is another', () => {
    const paths = placesIn(record);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 1 }), (place, value) => {
        const changed = structuredClone(record) as object;
        put(changed, place, value);
        const ours = readRecord(changed);
        if (decisionRecordSchema.safeParse(changed).success) return;
        expect(ours).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves unknown members behind', () => {
    const more = { ...record, __proto__: { a: 1 }, html: '<b>', token: { ...record.token, key: 'secret' } };
    expect(readRecord(more)).toEqual(record);
  });

  it.each([
    undefined,
    null,
    'text',
    1,
    [],
    { ...record, path: 'x'.repeat(65_537) },
    { ...record, steps: new Array(33).fill(record.steps[0]) },
  ])('takes nothing of %.40j', (value) => {
    expect(readRecord(value)).toBeUndefined();
  });
});

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, member]) => placesIn(member, [...at, name]));
}

function put(target: object, place: Place, value: unknown): void {
  const [name = '', ...rest] = place;
  const members = target as Record<string | number, unknown>;
  if (rest.length === 0) members[name] = value;
  else put(members[name] as object, rest, value);
}
