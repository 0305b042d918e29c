import type { ErrorCode } from '@signet/contracts';
import { createAnswerRefusal, endpoints, type Refusal, wallTime } from '@signet/contracts';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { answerProblems } from '../answer-problems.ts';
import { serveEndpoints } from '../serve-endpoints.ts';
import { complaintOf, holdToTable } from './hold-to-table.ts';

const answerRefusal = createAnswerRefusal({
  realm: 'x',
  issuer: 'http://x',
  node: 'web',
  wall: () => wallTime(0),
});
const refusalOf = (code: ErrorCode): string => {
  const refusal: Refusal<ErrorCode> = { code, sentence: 'No.' };
  return answerRefusal(refusal, { method: 'GET', url: '/', durationMicros: 0 }).body;
};

describe('an answer that is held to the table', () => {
  it.each([
    [200, '{"status":"ok"}', undefined],
    [500, refusalOf('internal_error'), undefined],
    [200, '{"status":"ok","secret":"x"}', 'answers more than its schema names'],
    [200, '{"status":"fine"}', 'answers what its schema refuses: status'],
    [201, '{"status":"ok"}', 'answers 201 instead of 200'],
    [409, refusalOf('account_exists'), 'does not name the code account_exists'],
  ])('with status %i and %s has the complaint %s', (status, text, complaint) => {
    expect(complaintOf(endpoints.checkHealth, status, text)).toBe(complaint);
  });

  it('does not leave where there is a complaint', async () => {
    const app = fastify();
    holdToTable(app);
    answerProblems(app, answerRefusal);
    serveEndpoints<'checkHealth'>(app, { checkHealth: async () => ({ status: 'ok', secret: 'x' }) as never });
    const response = await app.inject('/healthz');
    expect([response.statusCode, response.json().code]).toEqual([500, 'internal_error']);
  });
});
