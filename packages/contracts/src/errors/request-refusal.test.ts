import { describe, expect, it } from 'vitest';
import { requestRefusal } from './request-refusal.ts';
import { SignetError } from './signet-error.ts';

describe('what is told of an error', () => {
  it('is the refusal of a SignetError, not its internal half', () => {
    const error = new SignetError({ code: 'account_exists', sentence: 'Taken.' }, { internal: 'row 7' });
    expect(requestRefusal(error)).toEqual({ code: 'account_exists', sentence: 'Taken.' });
  });

  it.each([
    [413, 'body_too_large'],
    [415, 'request_invalid'],
    [400, 'request_invalid'],
    [500, 'internal_error'],
    ['400', 'internal_error'],
  ])('with status %j is %s', (statusCode, code) => {
    expect(requestRefusal(Object.assign(new Error('x'), { statusCode })).code).toBe(code);
  });

  it('is nothing of a bug', () => {
    expect(JSON.stringify(requestRefusal(new Error('password=hunter2')))).not.toContain('hunter2');
  });
});
