import { describe, expect, it } from 'vitest';
import { newId } from '../ids/id.ts';
import type { DecisionRecord } from './decision-record.ts';
import { decisionRecordSchema } from './decision-record-schema.ts';
import { explainDecision } from './explain-decision.ts';

const refused: DecisionRecord = {
  reference: newId('reference'),
  at: Date.UTC(2026, 10, 23, 20),
  node: 'gateway-1',
  method: 'GET',
  path: '/demo/hello',
  route: 'demo',
  outcome: 'refused',
  status: 401,
  refusal: {
    code: 'token_revoked',
    sentence: 'The session of this token has ended.',
    expected: 'a token of a live session',
    actual: 'logged out',
    fix: 'Sign in again.',
  },
  steps: [
    { step: 'match-route', outcome: 'ok', note: 'Route demo' },
    { step: 'check-revocation', outcome: 'refused', expected: 'a live session', actual: 'ended' },
    { step: 'forward', outcome: 'not-reached' },
  ],
  token: { verified: true, issuer: 'http://localhost:9000', subject: 'usr_x', expiresAt: 1_795_000_000 },
  durationMicros: 1234,
};

describe('the explanation of a decision', () => {
  it('says in one sentence what was refused and why', () => {
    expect(explainDecision(refused).headline).toBe(
      'GET /demo/hello was refused with 401: The session of this token has ended.',
    );
  });

  it('names the page of the code, what was expected, what came and how to mend it', () => {
    expect(explainDecision(refused).refusal).toEqual({
      ...refused.refusal,
      title: 'The token has been revoked',
      page: '/errors/token_revoked',
    });
  });

  it('keeps the steps in order, each with a question and a word', () => {
    expect(explainDecision(refused).steps.map(({ question, word }) => [question, word])).toEqual([
      ['Which route takes it?', 'yes'],
      ['Is the token still in force?', 'refused'],
      ['What did the upstream say?', 'not reached'],
    ]);
  });

  it('puts the facts of a step into words, and its own sentence behind them', () => {
    const steps: DecisionRecord['steps'] = [
      { step: 'match-route', outcome: 'ok', facts: { route: 'demo' } },
      {
        step: 'forward',
        outcome: 'failed',
        facts: { attempt: 2, upstream: 'api', target: 'b' },
        note: 'Silence',
      },
      {
        step: 'forward',
        outcome: 'ok',
        facts: { upstream: 'api', target: 'b', status: 200, unwell: 'a, c' },
      },
      { step: 'read-request', outcome: 'ok', facts: {} },
    ];
    expect(explainDecision({ ...refused, steps }).steps.map(({ note }) => note)).toEqual([
      'Route demo',
      'Attempt 2: api at b did not answer. Silence',
      'api at b answered 200. The checks of a, c fail',
      undefined,
    ]);
  });

  it('says first whether the token was believed', () => {
    const { verified: _, ...said } = refused.token ?? { verified: false };
    const claimed = explainDecision({ ...refused, token: { ...said, verified: false } });
    const signed = explainDecision({ ...refused, token: { ...said, verified: true, alg: 'ES256' } });
    expect(signed.token[0]).toEqual({ name: 'Signature', value: 'verified' });
    const vouchedFor = explainDecision({ ...refused, token: { ...said, verified: true } }).token[0];
    expect(vouchedFor?.value).toBe('not seen: the issuer vouches for the token');
    expect(claimed.token[0]?.value).toContain('not verified');
  });

  it.each([
    ['the password of a machine', { machine: 'till-7' }, 'none: a machine showed its password'],
    ['an API key', { apiKey: 'key_1' }, 'none: it is an API key, which Signet knows'],
  ])('claims no signature and no issuer of %s', (_, facts, value) => {
    const steps = [{ step: 'verify-token', outcome: 'ok', facts } as const];
    const { token } = explainDecision({ ...refused, steps, token: { verified: true, subject: 'till-7' } });
    expect(token[0]).toEqual({ name: 'Signature', value });
  });

  it('bears times that no calendar has', () => {
    const { token } = explainDecision({ ...refused, token: { verified: false, expiresAt: 1e300 } });
    expect(token.at(-1)).toEqual({ name: 'Expires', value: 'not a date' });
  });

  it('tells of a call that went through', () => {
    const { refusal: _, ...rest } = refused;
    const forwarded: DecisionRecord = {
      ...rest,
      outcome: 'forwarded',
      status: 200,
      upstream: { name: 'echo', target: 'http://127.0.0.1:9001', status: 200 },
    };
    const { headline, circumstances } = explainDecision(forwarded);
    expect(headline).toBe('GET /demo/hello was forwarded to echo, which answered 200.');
    expect(circumstances).toContainEqual({ name: 'Took', value: '1.2 ms' });
  });
});

describe('a record from a wire', () => {
  it('is read as it was written', () => {
    expect(decisionRecordSchema.parse(JSON.parse(JSON.stringify(refused)))).toEqual(refused);
  });

  it.each([
    { reference: 'x' },
    { outcome: 'perhaps' },
    { steps: [{ step: 'guess', outcome: 'ok' }] },
    { status: 1000 },
  ])('is refused with %j', (change) => {
    expect(decisionRecordSchema.safeParse({ ...refused, ...change }).success).toBe(false);
  });
});
