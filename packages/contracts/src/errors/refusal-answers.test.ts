import { describe, expect, it } from 'vitest';
import type { DecisionRecord } from '../events/decision-record.ts';
import { decisionRecordSchema } from '../events/decision-record-schema.ts';
import { explainDecision } from '../events/explain-decision.ts';
import { wallTime } from '../time/clocks.ts';
import { createAnswerRefusal } from './refusal-answers.ts';

const wrong = {
  code: 'credentials_invalid',
  sentence: 'The name or the password is wrong.',
  fix: 'Check both.',
} as const;

function answering() {
  const records: DecisionRecord[] = [];
  const answer = createAnswerRefusal({
    realm: 'http://localhost:9000',
    issuer: 'http://localhost:9000',
    node: 'identity',
    wall: () => wallTime(Date.UTC(2026, 10, 23, 20)),
    record: (record) => void records.push(record),
  });
  return { answer, records };
}

const request = { method: 'POST', url: '/auth/login?password=hunter2', durationMicros: 1500 };

describe('a refusal that no gateway made', () => {
  it('is recorded under the reference that the client got', () => {
    const { answer, records } = answering();
    const { reference, body, headers, status } = answer(wrong, request);
    expect(status).toBe(401);
    expect(headers['signet-reference']).toBe(reference);
    expect(JSON.parse(body)).toMatchObject({ reference, code: 'credentials_invalid' });
    expect(records).toEqual([expect.objectContaining({ reference, node: 'identity', outcome: 'refused' })]);
    expect(records.map((record) => decisionRecordSchema.parse(record))).toEqual(records);
  });

  it('is explained in words although no step was taken', () => {
    const { answer, records } = answering();
    answer(wrong, request);
    const [record] = records;
    expect(record && explainDecision(record)).toMatchObject({
      headline: 'POST /auth/login was refused with 401: The name or the password is wrong.',
      steps: [],
      refusal: { code: 'credentials_invalid', page: '/errors/credentials_invalid' },
    });
  });

  it('says nothing of the query, and little of a path that has no end', () => {
    const { answer, records } = answering();
    answer(wrong, request);
    answer(wrong, { ...request, url: `/${'a'.repeat(9000)}` });
    expect(JSON.stringify(records)).not.toContain('hunter2');
    expect(records[1]?.path).toHaveLength(256);
  });

  it('has failed, and was not refused, where the fault is ours', () => {
    const { answer, records } = answering();
    answer({ code: 'internal_error', sentence: 'Something failed inside Signet.' }, request);
    expect(records[0]).toMatchObject({ outcome: 'failed', status: 500 });
  });

  it('says when to come back, also of itself where something is away for the moment', () => {
    const { answer } = answering();
    const away = { code: 'store_unavailable', sentence: 'The database does not answer.' } as const;
    expect(answer(away, request)).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
    expect(answer(wrong, request).headers).not.toHaveProperty('retry-after');
    expect(answer(wrong, request, 60).headers['retry-after']).toBe('60');
  });
});
