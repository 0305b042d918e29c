import { describe, expect, it } from 'vitest';
import { upstreamsSchema } from './schema.ts';

const read = (more: Readonly<Record<string, unknown>>) =>
  upstreamsSchema.safeParse({ api: { targets: [{ url: 'http://10.0.0.1:80' }], ...more } });

describe('how a target is chosen', () => {
  it.each([
    ['address', { kind: 'address' }],
    ['claims.org.id', { kind: 'claim', claim: ['org', 'id'] }],
    ['headers.x-tenant', { kind: 'header', name: 'x-tenant' }],
  ])('may be by %s', (hashBy, by) => {
    expect(read({ balance: 'hash', hashBy }).data?.['api']?.hashBy).toEqual(by);
  });

  it.each(['headers.X-Tenant', 'headers.', 'claims.', 'claims.constructor', 'cookie', '', 7])(
    'may not be by %j',
    (hashBy) => {
      const [issue] = read({ balance: 'hash', hashBy }).error?.issues ?? [];
      expect(issue?.message).toContain('`headers.x-tenant`');
    },
  );

  it('says by what exactly where it is by hash', () => {
    for (const contradictory of [
      { balance: 'hash' },
      { hashBy: 'address' },
      { balance: 'two-choices', hashBy: 'address' },
    ])
      expect(read(contradictory).error?.issues[0]?.message).toContain('`hashBy`');
  });
});

describe('the breaker and second sendings', () => {
  it('are usual unless said otherwise', () => {
    expect(read({ breaker: {} }).data?.['api']).toMatchObject({
      breaker: { failures: 0.5, within: 10_000, least: 20, restFor: 5_000 },
      retries: 0.2,
    });
    expect(read({}).data?.['api']).not.toHaveProperty('breaker');
  });

  it.each([
    { failures: '0%' },
    { within: '10ms' },
    { least: 0 },
    { restFor: '0s' },
    { statuses: '200-299' },
    { x: 1 },
  ])('may not be as in %j', (breaker) => {
    expect(read({ breaker }).success).toBe(false);
  });
});
