import { describe, expect, it } from 'vitest';
import { healthSchema } from './health.ts';

const usual = { every: 5000, timeout: 2000, healthyAfter: 2, unhealthyAfter: 3 };

describe('checks of targets', () => {
  it('need a path alone', () => {
    expect(healthSchema.parse({ path: '/healthz?deep=1' })).toEqual({
      path: '/healthz?deep=1',
      ...usual,
      expect: { first: 200, last: 299 },
    });
  });

  it.each([
    [204, { first: 204, last: 204 }],
    ['204', { first: 204, last: 204 }],
    ['200-399', { first: 200, last: 399 }],
  ])('expect %j', (written, range) => {
    expect(healthSchema.parse({ path: '/', expect: written }).expect).toEqual(range);
  });

  it.each([101, 600, '299-200', '2xx', '200-', '200 - 299', true])('do not expect %j', (written) => {
    const { error } = healthSchema.safeParse({ path: '/', expect: written });
    expect(error?.issues[0]?.message).toContain('`200-299`');
  });

  it.each([
    'healthz',
    '//other.example/',
    '/a b',
    '/a#b',
    '/a\\b',
    '/../admin',
    '/a/..',
    '/a\r\nx: y',
    '',
    7,
  ])('do not ask for %j', (path) => {
    expect(healthSchema.safeParse({ path }).error?.issues[0]?.message).toContain('starts with a slash');
  });

  it('may not take longer than the time between two of them', () => {
    const { error } = healthSchema.safeParse({ path: '/', every: '1s', timeout: '2s' });
    expect(error?.issues).toMatchObject([{ path: ['timeout'] }]);
    expect(error?.issues[0]?.message).toContain('`every`');
  });
});
