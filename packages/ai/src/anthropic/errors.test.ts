import { describe, expect, it } from 'vitest';
import { anthropicStatus, isAnthropicError, readAnthropicError, writeAnthropicError } from './errors.ts';

describe("errors in Anthropic's form", () => {
  it('tell their own words, and the status that they mean where a stream has none', () => {
    const body = {
      type: 'error',
      error: { type: 'overloaded_error', message: 'Overloaded' },
      request_id: 'req_1',
    };
    expect(isAnthropicError(body)).toBe(true);
    const failure = { status: 529, type: 'overloaded_error', message: 'Overloaded' };
    expect(readAnthropicError(body)).toEqual(failure);
    expect(readAnthropicError(body, 200)).toEqual(failure);
    expect(readAnthropicError(body, 503)).toEqual({ ...failure, status: 503 });
  });

  it('tell nothing on of a body that is no error of theirs', () => {
    for (const body of [null, '<html>host-7</html>', { error: 'host-7' }, []]) {
      const failure = readAnthropicError(body, 503);
      expect(failure).toEqual({ status: 503, type: 'api_error', message: 'The provider gave no reason.' });
    }
    expect(readAnthropicError({ error: { type: 'constructor' } }).status).toBe(502);
  });

  it('are written with the nearest word, and 529 for what is overloaded', () => {
    const failure = { status: 429, type: 'RESOURCE_EXHAUSTED', message: 'Too many.' };
    expect(writeAnthropicError(failure)).toEqual({
      type: 'error',
      error: { type: 'rate_limit_error', message: 'Too many.' },
    });
    expect(writeAnthropicError({ status: 422, message: 'no', param: 'messages[0]' }).error).toEqual({
      type: 'invalid_request_error',
      message: 'messages[0]: no',
    });
    expect(writeAnthropicError({ status: 502, message: 'cut' }).error.type).toBe('api_error');
    expect(anthropicStatus({ status: 503, message: 'busy' })).toBe(529);
    expect(anthropicStatus({ status: 500, type: 'overloaded_error', message: 'busy' })).toBe(529);
    expect(anthropicStatus({ status: 404, message: 'none' })).toBe(404);
  });
});
