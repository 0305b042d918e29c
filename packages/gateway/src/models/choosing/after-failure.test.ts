import { describe, expect, it } from 'vitest';
import { afterFailure, type Failed, pauseBefore } from './after-failure.ts';

const answered = (status: number, more: object = {}): Failed => ({
  ...{ status, tooSlow: false },
  failure: { status, message: 'The provider gave no reason.', ...more },
});

describe('after a failure', () => {
  it.each([
    ['no connection', { status: undefined, failure: undefined, tooSlow: false }, 'same-key', undefined],
    ['too long', { status: undefined, failure: undefined, tooSlow: true }, 'next-target', undefined],
    ['500', answered(500), 'same-key', undefined],
    ['529', answered(529), 'same-key', undefined],
    ['408', answered(408), 'same-key', undefined],
    ['429', answered(429, { code: 'rate_limit_exceeded' }), 'next-key', 'cooling'],
    ['429 of a quota', answered(429, { code: 'insufficient_quota' }), 'next-key', 'over-quota'],
    ['402', answered(402), 'next-key', 'over-quota'],
    ['401', answered(401), 'next-key', 'dead'],
    ['an expired key', answered(400, { message: 'API key expired. Renew it.' }), 'next-key', 'expired'],
    ['a key that is none', answered(400, { message: 'API key not valid.' }), 'next-key', 'dead'],
    ['its context', answered(400, { code: 'context_length_exceeded' }), 'next-target', undefined],
    [
      'its context, in words',
      answered(400, { message: 'prompt is too long: 9 > 8' }),
      'next-target',
      undefined,
    ],
    ['413', answered(413), 'next-target', undefined],
    ['its policy', answered(400, { code: 'content_policy_violation' }), 'next-target', undefined],
    ['a wrong request', answered(400, { code: 'invalid_type' }), 'nobody', undefined],
    ['404', answered(404), 'nobody', undefined],
  ])('by %s', (_, failed, next, blow) => {
    expect(afterFailure(failed)).toMatchObject({ next, ...(blow === undefined ? {} : { blow }) });
    expect(afterFailure(failed).blow).toBe(blow);
  });

  it('by 403 no key is taken from others, as a caller may bring it about', () => {
    expect(afterFailure(answered(403))).toEqual({
      next: 'next-key',
      because: 'does not let the key do this',
    });
  });

  it('no key is taken by words that stand inside of a sentence, which a caller may have written', () => {
    const echoed = answered(400, { message: 'Bad value: "API key expired"' });
    expect(afterFailure(echoed)).toMatchObject({ next: 'nobody' });
  });

  it('the status of an error inside of a 200 is its own', () => {
    const failed = { ...answered(529), status: 200 };
    expect(afterFailure(failed).next).toBe('same-key');
  });

  it('nothing of what the provider said is told', () => {
    const failed = answered(500, { message: 'at 10.0.0.7', code: 'secret-code' });
    expect(afterFailure(failed).because).not.toMatch(/10\.0|secret/);
  });
});

describe('the pause before the same is asked again', () => {
  it('grows, and is spread', () => {
    expect([0, 1, 2].map((round) => pauseBefore(round, undefined, () => 1))).toEqual([200, 400, 800]);
    expect(pauseBefore(0, undefined, () => 0)).toBe(100);
    expect(pauseBefore(90, undefined, () => 1)).toBe(3_200);
  });

  it('is as long as the provider says, where that is more', () => {
    expect(pauseBefore(0, 4_000, () => 1)).toBe(4_000);
    expect(pauseBefore(0, 1, () => 1)).toBe(200);
  });
});
