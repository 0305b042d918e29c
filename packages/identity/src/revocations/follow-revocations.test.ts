import { type ClientsConfiguration, revocationsAudience } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import { type IdentityUnderTest, identityUnderTest, issuer } from '../testing/identity-under-test.ts';
import { RevocationNews } from './revocation-news.ts';

const secret = 'a-secret-of-an-app-in-this-test';
const follower = {
  name: 'Orders',
  type: 'confidential',
  grants: [],
  audiences: [revocationsAudience(issuer)],
  scopes: [],
  redirectUris: [],
  postLogoutRedirectUris: [],
  origins: [],
  firstParty: false,
  secretHashes: [hashClientSecret(secret)],
};

let test: IdentityUnderTest;
/** What followers said of themselves, and what became of their questions. */
let said: unknown[];

beforeEach(async () => {
  said = [];
  test = await identityUnderTest({
    followers: {
      asks(follower, applied, isCurrent) {
        said.push([follower.clientId, follower.name, applied, isCurrent]);
        return { answered: () => said.push('answered'), lost: () => said.push('lost') };
      },
    },
  });
  test.declare({
    orders: follower,
    other: { ...follower, audiences: ['https://orders.example'] },
    page: { ...follower, type: 'public', secretHashes: [] },
  } as unknown as ClientsConfiguration);
});
afterEach(() => test.app.close());

function ask(form: Record<string, string>, id = 'orders', given = secret) {
  return test.app.inject({
    method: 'POST',
    url: '/oauth/revocations',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${id}:${given}`).toString('base64')}`,
    },
    payload: new URLSearchParams(form).toString(),
  });
}

function revoke(jti: string) {
  return test.identity.revoke({ kind: 'token', issuer, jti }, 'administrator');
}

describe('a client that follows what is revoked', () => {
  it('hears of all of it in order, and then of what came after', async () => {
    await revoke('jti_a');
    await revoke('jti_b');
    const answer = await ask({ after: '0' });
    expect(answer.headers['cache-control']).toBe('no-store');
    const { entries, upTo } = answer.json();
    expect(entries.map(({ target }: { target: { jti: string } }) => target.jti)).toEqual(['jti_a', 'jti_b']);
    expect(upTo).toBe(2);
    expect((await ask({ after: '2' })).json()).toEqual({ entries: [], upTo: 2 });
    expect((await ask({ after: '1' })).json().entries).toHaveLength(1);
  });

  it('gets the first 500 at once, and is not told that it knows all', async () => {
    for (let index = 0; index < 501; index += 1) await revoke(`jti_${index}`);
    const first = (await ask({ after: '0' })).json();
    expect(first.entries).toHaveLength(500);
    expect(first).not.toHaveProperty('upTo');
    expect((await ask({ after: '500' })).json()).toMatchObject({ upTo: 501 });
  });

  it('waits for news, and has them when they come', async () => {
    const waiting = ask({ after: '0', wait: '5' });
    await revoke('jti_a');
    expect((await waiting).json()).toMatchObject({ upTo: 1, entries: [{ target: { jti: 'jti_a' } }] });
  });

  it('does not hold up a server that stops', async () => {
    const waiting = ask({ after: '0', wait: '5' });
    await test.app.close();
    expect((await waiting).json()).toEqual({ entries: [], upTo: 0 });
  });

  it('that knows more than there is hears how far it goes, at once', async () => {
    await revoke('jti_a');
    expect((await ask({ after: '77', wait: '5' })).json()).toEqual({ entries: [], upTo: 1 });
  });

  it.each([
    ['that was not given it', 'other', secret, 400, 'resource_not_allowed'],
    ['with a wrong secret', 'orders', 'wrong', 401, 'client_invalid'],
    ['that nobody knows', 'nobody', secret, 401, 'client_invalid'],
  ])('and one %s hears nothing', async (_, id, given, status, code) => {
    await revoke('jti_a');
    const answer = await ask({ after: '0' }, id, given);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code });
    expect(answer.body).not.toContain('jti_a');
  });

  it('and a public client, which proves nothing, hears nothing', async () => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/oauth/revocations',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'after=0&client_id=page',
    });
    expect(answer.json()).toMatchObject({ code: 'client_invalid' });
  });

  it.each([
    {},
    { after: '-1' },
    { after: '1.5' },
    { after: '1e3' },
    { after: '9'.repeat(16) },
    { after: '0', wait: 'x' },
  ])('is refused for what is no number: %j', async (form) => {
    expect((await ask(form as Record<string, string>)).json()).toMatchObject({
      code: 'token_request_invalid',
    });
  });
});

describe('a follower that says who it is', () => {
  const me = { follower: 'orders-1.abc' };

  it('is heard of with what it has applied, and when it was answered', async () => {
    await revoke('jti_a');
    await ask({ ...me, after: '0' });
    await ask({ ...me, after: '1' });
    expect(said.filter((each) => each !== 'answered')).toEqual([
      ['orders', 'orders-1.abc', 0, false],
      ['orders', 'orders-1.abc', 1, true],
    ]);
    await vi.waitFor(() => expect(said.filter((each) => each === 'answered')).toHaveLength(2));
  });

  it('has applied nothing of this log where it knows more than there is', async () => {
    await revoke('jti_a');
    await ask({ ...me, after: '77' });
    expect(said[0]).toEqual(['orders', 'orders-1.abc', 0, false]);
  });

  it('hears of what is announced before anybody waits for it', async () => {
    const waiting = ask({ ...me, after: '0', wait: '5' });
    await vi.waitFor(() => expect(said).toEqual([['orders', 'orders-1.abc', 0, true]]));
    await revoke('jti_a');
    expect((await waiting).json()).toMatchObject({ upTo: 1 });
  });

  it.each(['a b', 'x'.repeat(65), 'orders/1', 'ünï', '<b>'])(
    'is refused by the name %j',
    async (follower) => {
      expect((await ask({ after: '0', follower })).json()).toMatchObject({ code: 'token_request_invalid' });
      expect(said).toEqual([]);
    },
  );

  it('is nobody where it may not follow, and one without a name is not counted', async () => {
    await ask({ ...me, after: '0' }, 'other');
    await ask({ ...me, after: '0' }, 'orders', 'wrong');
    await ask({ after: '0' });
    expect(said).toEqual([]);
  });
});

describe('waiting for news', () => {
  it('is for a thousand at a time, and nobody beyond waits', async () => {
    const news = new RevocationNews({ latest: async () => 0 });
    let woken = 0;
    const waiting = Array.from({ length: 1000 }, () =>
      news.wait(0, 60_000).then(() => {
        woken += 1;
      }),
    );
    await news.wait(0, 60_000);
    expect(woken).toBe(0);
    news.close();
    await Promise.all(waiting);
    await news.wait(0, 60_000);
  });

  it('ends where the log cannot be read', async () => {
    const news = new RevocationNews({ latest: () => Promise.reject(new Error('gone')) });
    await news.wait(0, 60_000);
    news.close();
  });
});
