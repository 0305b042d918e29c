import { describe, expect, it } from 'vitest';
import { readChatError, writeChatError } from './errors.ts';

describe('readChatError', () => {
  it('reads the form of OpenAI, and writes the same again', () => {
    const body = {
      error: {
        message: 'Not so.',
        type: 'invalid_request_error',
        param: 'max_tokens',
        code: 'unsupported_parameter',
      },
    };
    const failure = readChatError(body, 400);
    expect(failure).toEqual({ status: 400, ...body.error });
    expect(writeChatError(failure)).toEqual(body);
  });

  it('reads the forms of its neighbours', () => {
    expect(readChatError({ error: 'no such model' }, 404)).toEqual({ status: 404, message: 'no such model' });
    expect(
      readChatError({ object: 'error', message: 'busy', type: 'rate_limited', code: '1300' }, 429),
    ).toEqual({
      status: 429,
      message: 'busy',
      type: 'rate_limited',
      code: '1300',
    });
    expect(readChatError({ detail: 'Not Found' }, 404).message).toBe('Not Found');
    expect(readChatError({ error: { message: 'later', code: 429 } })).toEqual({
      status: 429,
      message: 'later',
      code: '429',
    });
  });

  it('finds the status of an error inside a 200 by its words, and says 502 of one without any', () => {
    expect(readChatError({ error: { message: 'x', code: 'insufficient_quota' } }).status).toBe(429);
    for (const body of [undefined, '<html>', {}, { error: {} }, { error: [] }]) {
      expect(readChatError(body)).toEqual({ status: 502, message: 'The provider gave no reason.' });
    }
  });

  it('passes on no key and no address that an upstream says', () => {
    const { message } = readChatError({
      error: { message: 'Incorrect API key: sk-abcdefgh1234 at http://10.1.2.3/v1' },
    });
    expect(message).toBe('Incorrect API key: [key] at [address]');
  });
});

describe('writeChatError', () => {
  it('gives every error a type, as clients decide by it', () => {
    const types = [400, 401, 403, 404, 429, 500, 529].map(
      (status) => writeChatError({ status, message: 'x' })['error'],
    );
    expect(types).toMatchObject([
      { type: 'invalid_request_error' },
      { type: 'authentication_error' },
      { type: 'permission_error' },
      { type: 'not_found_error' },
      { type: 'rate_limit_error' },
      { type: 'server_error' },
      { type: 'server_error' },
    ]);
  });
});
