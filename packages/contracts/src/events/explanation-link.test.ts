import { describe, expect, it } from 'vitest';
import { newId } from '../ids/id.ts';
import type { DecisionRecord, StepRecord } from './decision-record.ts';
import { decisionRecordSchema } from './decision-record-schema.ts';
import { explanationLink, explanationParameter, longestExplanationLink } from './explanation-link.ts';

const page = 'http://localhost:9000/';
const token = ['eyJhbGciOiJFUzI1NiJ9', 'eyJzdWIiOiJ1c3JfMSJ9', 'c2lnbmF0dXJl'].join('.');
const record: DecisionRecord = {
  reference: newId('reference'),
  at: Date.UTC(2026, 10, 23, 20),
  node: 'gateway-1',
  method: 'GET',
  path: `/reset/${token}/confirm`,
  route: 'demo',
  outcome: 'refused',
  status: 401,
  refusal: { code: 'token_revoked', sentence: 'The session has ended.', actual: `came: ${token}` },
  steps: [
    { step: 'match-route', outcome: 'ok', note: 'Route “demo”' },
    { step: 'forward', outcome: 'ok', note: 'orders at http://10.0.0.7:9001 answered 200' },
  ],
  token: {
    verified: true,
    issuer: 'http://localhost:9000',
    subject: 'usr_holder',
    clientId: 'cli_holder',
    jti: 'jti_holder',
    sid: 'ses_holder',
    alg: 'ES256',
  },
  upstream: { name: 'orders', target: 'http://10.0.0.7:9001' },
  durationMicros: 1234,
};

function carried(link: string | undefined): string {
  const parameters = new URLSearchParams(new URL(link ?? '').hash.slice(1));
  return Buffer.from(parameters.get(explanationParameter) ?? '', 'base64url').toString();
}

describe('a link that carries an explanation', () => {
  it('has the record in its fragment, and nothing in the part that is sent', () => {
    const link = explanationLink(page, record);
    expect(new URL(link ?? '').href.split('#')[0]).toBe(page);
    expect(decisionRecordSchema.parse(JSON.parse(carried(link)))).toMatchObject({
      reference: record.reference,
      refusal: { code: 'token_revoked', sentence: 'The session has ended.' },
      steps: [{ step: 'match-route', note: 'Route “demo”' }, { step: 'forward' }],
      token: { verified: true, issuer: 'http://localhost:9000', alg: 'ES256' },
    });
  });

  it('leaves out whatever looks like a token, whose it was, and where the upstream is', () => {
    const text = carried(explanationLink(page, record));
    expect(text).toContain('/reset/(a token)/confirm');
    expect(text).not.toMatch(/eyJ|holder|10\.0\.0\.7/);
  });

  it('leaves out where the upstreams of attempts that failed are', () => {
    const attempts = ['10.0.0.7:90', '10.0.0.8:9001'].map((target, index): StepRecord => {
      const facts = { attempt: index + 1, upstream: 'orders', target };
      return { step: 'forward', outcome: 'failed', facts, note: `${target} is silent` };
    });
    const steps = [...record.steps, ...attempts];
    expect(carried(explanationLink(page, { ...record, steps }))).not.toMatch(/10\.0\.0/);
  });

  // With quadratic work these words take minutes.
  it('takes linear time over long words that begin like tokens', () => {
    const path = `/${'eyJ'.repeat(300)}`;
    const actual = 'eyJ'.repeat(500_000);
    const refusal = { code: 'token_malformed' as const, sentence: 'No token.', actual };
    expect(explanationLink(page, { ...record, path, refusal })).toBeUndefined();
  });

  it.each([
    [`a.${token}.b`, 'a.(a token)'],
    [`x${token}`, 'x(a token)'],
    ['eyJhbGciOiJub25lIn0', 'eyJhbGciOiJub25lIn0'],
    ['eyJ.eyJ.a', 'eyJ.eyJ.a'],
    [`${token}.d.e.f eyJhbGciOiJub25lIn0.`, '(a token).f (a token)'],
  ])('shows %s as %s', (actual, shown) => {
    const refusal = { code: 'token_malformed' as const, sentence: 'No token.', actual };
    expect(JSON.parse(carried(explanationLink(page, { ...record, refusal }))).refusal.actual).toBe(shown);
  });

  it('is not made of a record that is too long for one', () => {
    const note = 'x'.repeat(longestExplanationLink);
    expect(
      explanationLink(page, { ...record, steps: [{ step: 'forward', outcome: 'ok', note }] }),
    ).toBeUndefined();
    expect(explanationLink(page, { ...record, path: `/${'a'.repeat(60_000)}` })).toBeDefined();
  });
});
