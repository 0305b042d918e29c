import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { controlUnderTest } from '../testing/control-under-test.ts';

const grant = { name: 'Nightly export', owner: 'reporting', audience: ['https://api.example'] };
const path = '/admin/api-keys';

describe('the API keys of the admin API', () => {
  it('are made with what they were given and nothing else, and told once', async () => {
    const { ask, log } = await controlUnderTest();
    const more = { scopes: ['orders:read'], claims: { tenant: 'acme', level: 3, regions: ['eu'] } };
    const answer = await ask(path, { ...grant, ...more, lifetime: 60_000 });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      201,
      { summary: { ...grant, ...more, roles: [], permissions: [], expiresAt: 60_000 }, key: 'told once' },
    ]);
    expect(log()).not.toContain('told once');
  });

  it.each([
    ['no owner', { ...grant, owner: undefined }, '1 to 120 characters'],
    [
      'an owner that turns round what stands beside it',
      { ...grant, owner: 'a\u202eb' },
      '1 to 120 characters',
    ],
    ['no API', { ...grant, audience: [] }, 'audience'],
    ['a key that somebody chose', { ...grant, key: 'sgk_1' }, 'name, owner'],
    ['a hash that somebody chose', { ...grant, hash: 'x' }, 'name, owner'],
    ['a claim that a standard has', { ...grant, claims: { sub: 'root' } }, 'no standard has'],
    ['a claim of rights', { ...grant, claims: { roles: ['admin'] } }, 'no standard has'],
    ['a claim within a claim', { ...grant, claims: { a: { b: 1 } } }, 'no standard has'],
    ['a claim of no end', { ...grant, claims: { a: 'x'.repeat(257) } }, 'no standard has'],
    [
      'claims of no end',
      { ...grant, claims: Object.fromEntries(Array.from({ length: 33 }, (_, at) => [`a${at}`, 1])) },
      'no standard has',
    ],
    ['a life of a moment', { ...grant, lifetime: 1 }, 'one minute'],
    ['a life of no end', { ...grant, lifetime: 1e15 }, 'ten years'],
  ])('are refused with %s', async (_, payload, expected) => {
    const { ask } = await controlUnderTest();
    const answer = await ask(path, payload);
    expect(answer.json()).toMatchObject({
      code: 'request_invalid',
      expected: expect.stringContaining(expected),
    });
  });

  it('are listed page by page, rotated and revoked by their id', async () => {
    const { ask } = await controlUnderTest();
    const id = newId('apiKey');
    expect((await ask(`${path}?limit=2&after=${id}`)).json()).toMatchObject({ keys: [{ id }] });
    const rotated = await ask(`${path}/${id}/rotate`, { overlap: 5 });
    expect([rotated.statusCode, rotated.json()]).toMatchObject([
      201,
      { summary: { name: '5' }, key: 'told once' },
    ]);
    expect((await ask(`${path}/${id}/rotate`, {})).json()).toMatchObject({ summary: { name: '0' } });
    expect((await ask(`${path}/${id}/revoke`, {})).json()).toEqual({ id, sequence: 7 });
    for (const other of ['sgk_1', newId('client'), '%00']) {
      expect((await ask(`${path}/${other}/rotate`, {})).json().code, other).toBe('request_invalid');
    }
  });

  it('are nobody’s but administrators’', async () => {
    const { app } = await controlUnderTest();
    for (const url of [path, `${path}/${newId('apiKey')}/revoke`]) {
      const answer = await app.inject({ method: 'POST', url, payload: grant });
      expect(answer.json().code, url).toBe('token_missing');
    }
  });
});
