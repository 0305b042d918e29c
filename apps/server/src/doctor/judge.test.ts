import { describe, expect, it } from 'vitest';
import type { CrookedRequest } from './crooked/crooked-request.ts';
import { judge, judgeOrdinary } from './judge.ts';
import type { Arrival } from './probe.ts';
import { readAnswer } from './send-raw.ts';

const cleaned: CrookedRequest = {
  id: 'header:x-a',
  sent: 'x-a of the client',
  wanted: 'cleaned',
  mark: 'mark',
  write: () => '',
};
const refused: CrookedRequest = { ...cleaned, wanted: 'refused' };
const passed = { status: 204, code: undefined };

function arrival(...headers: Arrival['headers']): Arrival {
  return { method: 'GET', target: '/r?key=sgk_secret', headers };
}

describe('what came of a crooked request', () => {
  it.each([
    ['refused', { status: 400, code: 'request_malformed' }, 'held', '400 request_malformed'],
    ['answered in place of the gateway', { status: 429, code: undefined }, 'unclear', 'answered with 429'],
    ['an error of the gateway', { status: 500, code: 'internal_error' }, 'unclear', '500 internal_error'],
    ['answered well by nobody', { status: 200, code: undefined }, 'unclear', 'answered with 200'],
    ['not answered', { status: undefined, code: undefined }, 'unclear', 'no answer'],
  ])('that did not reach the upstream: %s', (_, answer, verdict, got) => {
    expect(judge(refused, { arrivals: [], answer })).toMatchObject({ verdict, got });
    expect(judge(cleaned, { arrivals: [], answer })).toMatchObject({ verdict, got });
  });

  it('that reached it is held only where it may, and without its mark, however that is written', () => {
    const clean = { arrivals: [arrival(['x-b', 'other'])], answer: passed };
    expect(judge(cleaned, clean).verdict).toBe('held');
    expect(judge(refused, clean).verdict).toBe('through');
    const marked = { arrivals: [arrival(['X-B', 'a MARK'])], answer: passed };
    expect(judge(cleaned, marked)).toMatchObject({ verdict: 'through', got: 'at the upstream: X-B: a MARK' });
    expect(judge({ ...cleaned, allowedBy: 'auth.optional' }, marked)).toMatchObject({
      verdict: 'allowed',
      fix: expect.stringContaining('auth.optional'),
    });
  });

  it('that became two is through, clean or not', () => {
    const two = { arrivals: [arrival(), arrival()], answer: passed };
    expect(judge(cleaned, two)).toMatchObject({ verdict: 'through', got: '2 requests at the upstream' });
    expect(judgeOrdinary('ordinary', two).verdict).toBe('through');
  });

  it('is told without the query, in which a key may stand', () => {
    const told = JSON.stringify(judge(refused, { arrivals: [arrival()], answer: passed }));
    expect(told).toContain('GET /r');
    expect(told).not.toContain('sgk_secret');
  });
});

it('reads status and code of an answer, and nothing of what is none', () => {
  expect(readAnswer('HTTP/1.1 401 Unauthorized\r\nA: b\r\n\r\n{"code":"token_missing"}')).toEqual({
    status: 401,
    code: 'token_missing',
  });
  expect(readAnswer('')).toEqual({ status: undefined, code: undefined });
  expect(readAnswer('hello "code":"x"')).toMatchObject({ status: undefined });
});
