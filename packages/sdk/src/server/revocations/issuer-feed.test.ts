import type { RevocationEntry } from '@signet/contracts';
import { ManualClocks } from '@signet/contracts/testing';
import { trustedToken } from '@signet/trust/bearer';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FollowedRevocations, followRevocations } from './follow-revocations.ts';
import type { RevocationOptions } from './revocation-options.ts';

const issuer = 'https://login.example';
const token = trustedToken(issuer, { alg: 'ES256' }, { jti: 'a' }, 'key-1');
const clocks = new ManualClocks();

function entry(sequence: number, jti = `${sequence}`): RevocationEntry {
  const target = { kind: 'token', issuer, jti } as const;
  return {
    sequence,
    target,
    reason: 'logout',
    revokedAt: clocks.wall(),
    forgetAfter: clocks.wall() + 900_000,
  };
}

type Answer = () => Response | Promise<Response>;
let followed: FollowedRevocations | undefined;

afterEach(() => followed?.close());

/** Follows a server that gives these answers one after the other, and then none. */
function following(answers: readonly Answer[], more: Partial<RevocationOptions> = {}) {
  const asked: URLSearchParams[] = [];
  const headers: Headers[] = [];
  const faults: unknown[] = [];
  followed = followRevocations(
    issuer,
    {
      clientId: 'orders',
      secret: 'hunter2',
      ...more,
      onFault: (error) => faults.push(error),
      fetch: (_url, init) => {
        headers.push(new Headers(init.headers));
        const answer = answers[asked.push(new URLSearchParams(String(init.body))) - 1];
        if (answer !== undefined) return Promise.resolve(answer());
        return new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        });
      },
    },
    clocks,
  );
  return { followed, asked, faults, headers };
}

const told =
  (upTo: number | undefined, ...entries: readonly unknown[]): Answer =>
  () =>
    Response.json({ entries, ...(upTo === undefined ? {} : { upTo }) });

describe('a verifier that follows the log', () => {
  it('proves its client, asks from the beginning, and then for what comes after', async () => {
    const {
      followed: follows,
      asked,
      headers,
    } = following([told(2, entry(1, 'a'), entry(2)), told(3, entry(3))]);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(asked.map((form) => form.get('after'))).toEqual(['0', '2', '3']);
    expect(asked[0]?.get('wait')).toBe('3');
    expect(atob(headers[0]?.get('authorization')?.slice(6) ?? '')).toBe('orders:hunter2');
    expect(follows.refuse(token)?.code).toBe('token_revoked');
    expect(follows.status()).toEqual({ appliedSequence: 3, entries: 3, age: 0 });
  });

  it('knows nothing while there is more to read', async () => {
    const { followed: follows, asked } = following([told(undefined, entry(1))]);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(follows.refuse(token)?.code).toBe('revocation_stale');
    expect(follows.status()).not.toHaveProperty('age');
  });

  it.each<[string, Answer]>([
    ['a refusal', () => Response.json({ code: 'client_invalid' }, { status: 401 })],
    ['a page', () => new Response('<html>')],
    ['nobody', () => Promise.reject(new TypeError('fetch failed'))],
    ['what never ends', () => new Response('x'.repeat(4 * 1024 * 1024 + 1))],
    ['no entries and no end', told(undefined)],
    ['an entry of a kind that is not known', told(1, { ...entry(1), target: { kind: 'planet', issuer } })],
    ['an entry without its name', told(1, { ...entry(1), target: { kind: 'token', issuer } })],
    ['an entry without its time', told(1, { ...entry(1), target: { kind: 'subject', issuer, sub: 'a' } })],
    ['a number that is none', told(-1)],
  ])('is told nothing by %s, says so, and asks again', async (_, answer) => {
    const { followed: follows, asked, faults } = following([answer, told(1, entry(1, 'a'))]);
    await vi.waitFor(() => expect(faults).toHaveLength(1));
    expect(follows.refuse(token)?.code).toBe('revocation_stale');
    expect(String(faults[0])).not.toContain('hunter2');
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(follows.refuse(token)?.code).toBe('token_revoked');
  });

  it('reads all of it anew where the log goes less far than before: it is another one', async () => {
    const { followed: follows, asked } = following([
      told(7, entry(7)),
      told(2),
      told(2, entry(1, 'a'), entry(2)),
    ]);
    await vi.waitFor(() => expect(asked).toHaveLength(4));
    expect(asked.map((form) => form.get('after'))).toEqual(['0', '7', '0', '2']);
    expect(follows.refuse(token)?.code).toBe('token_revoked');
  });

  it('says what it is called, by a name that no other process has though it was given the same', async () => {
    const named = () => following([told(1, entry(1))], { follower: 'orders-1' });
    const first = named();
    await vi.waitFor(() => expect(first.asked).toHaveLength(2));
    await first.followed.close();
    const second = named();
    await vi.waitFor(() => expect(second.asked).toHaveLength(2));
    const names = [first, second].map(({ asked }) => asked.map((form) => form.get('follower') ?? ''));
    expect(names.map((each) => new Set(each).size)).toEqual([1, 1]);
    for (const [name] of names) expect(name).toMatch(/^orders-1\.[a-z2-7]{8}$/);
    expect(names[0]).not.toEqual(names[1]);
  });

  it('says nothing of itself where it was given no name', async () => {
    const { asked } = following([told(1, entry(1))]);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[0]?.has('follower')).toBe(false);
  });

  it.each(['', 'a b', 'x'.repeat(49), 'a.b', 'ü'])('takes no such name: %j', (follower) => {
    expect(() => followRevocations(issuer, { clientId: 'orders', secret: 'x', follower }, clocks)).toThrow(
      'follower',
    );
  });

  it('asks no more once it is closed', async () => {
    const { followed: follows, asked } = following([told(1, entry(1))]);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await follows.close();
    expect(asked).toHaveLength(2);
    clocks.pass(11_000);
    expect(follows.refuse(token)?.code).toBe('revocation_stale');
  });

  it('is not made with a staleness in which no news could come', () => {
    const parts = { clientId: 'orders', secret: 'x' };
    for (const staleness of [0, 2, Number.NaN])
      expect(() => followRevocations(issuer, { ...parts, staleness }, clocks)).toThrow('staleness');
  });
});
