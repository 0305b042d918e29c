import { describe, expect, it } from 'vitest';
import { geminiStatus, isGeminiError, readGeminiError, writeGeminiError } from './errors.ts';

const body = {
  error: {
    code: 429,
    message: 'You exceeded your current quota.',
    status: 'RESOURCE_EXHAUSTED',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [] },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.4s' },
    ],
  },
};

describe("errors in Google's form", () => {
  it('tell their word and when to try again, in a list too', () => {
    const failure = {
      status: 429,
      type: 'RESOURCE_EXHAUSTED',
      message: 'You exceeded your current quota.',
      retryAfter: 34_400,
    };
    expect(readGeminiError(body)).toEqual(failure);
    expect(readGeminiError([body])).toEqual(failure);
    expect(readGeminiError(writeGeminiError(failure))).toEqual(failure);
    expect([body, [body], {}, null, '<html>', { error: 'no' }].map(isGeminiError)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('take no success for a status, and no text for a delay', () => {
    const wrong = {
      error: { code: 200, status: 'UNAVAILABLE', details: [{ ...body.error.details[1], retryDelay: '-1s' }] },
    };
    expect(readGeminiError(wrong)).toEqual({
      status: 503,
      type: 'UNAVAILABLE',
      message: 'The provider gave no reason.',
    });
    expect(readGeminiError({ error: { status: 'constructor' } }).status).toBe(502);
  });

  it('are written with the nearest word', () => {
    expect(writeGeminiError({ status: 529, type: 'overloaded_error', message: 'busy' })).toEqual({
      error: { code: 503, message: 'busy', status: 'UNAVAILABLE' },
    });
    expect(writeGeminiError({ status: 422, message: 'no', param: 'contents' }).error).toMatchObject({
      status: 'INVALID_ARGUMENT',
      message: 'contents: no',
    });
    expect(geminiStatus({ status: 404, message: 'none' })).toBe(404);
  });
});
