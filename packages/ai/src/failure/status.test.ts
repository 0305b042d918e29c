import { expect, it } from 'vitest';
import { isErrorStatus, statusOf } from './status.ts';

it.each([
  [['insufficient_quota'], 429],
  [['rate_limit_exceeded', 'requests'], 429],
  [['overloaded_error'], 529],
  [['invalid_api_key', 'invalid_request_error'], 401],
  [['invalid_request_error'], 400],
  [[undefined, 'server_error'], 500],
  [['something else'], 502],
  [[], 502],
] as const)('says of an error called %j the status %i', (words, status) => {
  expect(statusOf(words)).toBe(status);
});

it('takes no success for the status of an error', () => {
  expect([200, 399, 400, 599, 600, 429.5, '429'].filter(isErrorStatus)).toEqual([400, 599]);
});
