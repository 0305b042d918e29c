import { wallTime } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { longestPause, readToldLimits } from './told-limits.ts';

const now = wallTime(Date.parse('2026-11-30T12:00:00Z'));
const read = (...headers: string[]) => readToldLimits(headers, now);

describe('what providers say is left to a key', () => {
  it('is read as OpenAI says it', () => {
    const told = read(
      ...['x-ratelimit-remaining-requests', '59', 'x-ratelimit-reset-requests', '1s'],
      ...['X-RateLimit-Remaining-Tokens', '149984', 'x-ratelimit-reset-tokens', '6m0s'],
    );
    expect(told).toEqual({
      requests: { left: 59, resetsIn: 1_000 },
      tokens: { left: 149_984, resetsIn: 360_000 },
      retryAfter: undefined,
    });
  });

  it('is read as Anthropic says it, of its tokens the scarcest', () => {
    const told = read(
      ...['anthropic-ratelimit-requests-remaining', '0'],
      ...['anthropic-ratelimit-requests-reset', '2026-11-30T12:00:07Z'],
      ...[
        'anthropic-ratelimit-tokens-remaining',
        '9000',
        'anthropic-ratelimit-tokens-reset',
        '2026-11-30T12:00:09Z',
      ],
      ...['anthropic-ratelimit-input-tokens-remaining', '8'],
      ...['anthropic-ratelimit-input-tokens-reset', '2026-11-30T12:00:03Z'],
    );
    expect(told).toMatchObject({
      requests: { left: 0, resetsIn: 7_000 },
      tokens: { left: 8, resetsIn: 3_000 },
    });
  });

  it.each([
    ['20ms', 20],
    ['8.64s', 8_640],
    ['1h2m3s', 3_723_000],
    ['12', 12_000],
    ['9999d', longestPause],
  ])('is whole again after %s', (span, resetsIn) => {
    const told = read('x-ratelimit-remaining-requests', '0', 'x-ratelimit-reset-requests', span);
    expect(told.requests?.resetsIn).toBe(resetsIn);
  });

  it.each([
    ['retry-after', '7', 7_000],
    ['retry-after', 'Mon, 30 Nov 2026 12:00:30 GMT', 30_000],
    ['retry-after', 'Mon, 30 Nov 2026 11:00:30 GMT', 0],
    ['retry-after', '999999999', longestPause],
    ['retry-after-ms', '250', 250],
  ])('has a pause of its own: %s: %s', (name, value, retryAfter) => {
    expect(read(name, value).retryAfter).toBe(retryAfter);
  });

  it.each([
    ['-1', '1s'],
    ['many', '1s'],
    ['1', 'soon'],
    ['1', '1s1'],
    ['1', ''],
    ['1e9', '1s'],
    ['1'.repeat(500), '1s'],
    ['1', '1s'.repeat(5_000)],
  ])('is nothing where it is no number: %s, %s', (left, reset) => {
    expect(read('x-ratelimit-remaining-requests', left, 'x-ratelimit-reset-requests', reset).requests).toBe(
      undefined,
    );
  });

  it('is nothing where it is said twice, or not at all', () => {
    const twice = ['x-ratelimit-remaining-requests', '1', 'x-ratelimit-remaining-requests', '100'];
    expect(read(...twice, 'x-ratelimit-reset-requests', '1s').requests).toBe(undefined);
    expect(read()).toEqual({ requests: undefined, tokens: undefined, retryAfter: undefined });
  });
});
