import { createClient } from '@signet/sdk/client';
import { Children, untilPrinted } from '@signet/testing/processes';
import { root } from '@signet/testing/signet';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const children = new Children();
let signet: string;
let front: string;
let orders: string;
let password: string;

beforeAll(async () => {
  const started = await children.start({
    program: process.execPath,
    arguments: ['examples/exchange/start.mjs'],
    folder: root,
    environment: {
      ...process.env,
      SIGNET_PORT: '0',
      SIGNET_GATEWAY_PORT: '0',
      FRONT_PORT: '0',
      ORDERS_PORT: '0',
    },
  });
  const said = await untilPrinted(started, /Bearer \$TOKEN"\n/);
  [signet = '', front = '', orders = ''] = /at (\S+), .* at (\S+), .* at (\S+)\n/.exec(said)?.slice(1) ?? [];
  password = /"password":"([^"]+)"/.exec(said)?.[1] ?? '';
});

afterAll(() => children[Symbol.asyncDispose]());

async function call(address: string, token: string) {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, body: await answer.json() };
}

describe('the example of an exchange', () => {
  it('calls the order service for a person, whose own token is not good there, until they sign out', async () => {
    const client = createClient({ issuer: signet, fetch });
    const { accessToken: token } = await client.login({ username: 'demo', password });
    await vi.waitFor(async () => expect(await call(front, token)).toMatchObject({ status: 200 }), 10_000);
    const answered = await call(front, token);
    expect(answered.body).toEqual({
      orders: ['Lamp', 'Chair'],
      of: expect.stringMatching(/^usr_/),
      through: 'front',
    });
    expect(await call(orders, token)).toMatchObject({ status: 401, body: { code: 'audience_unexpected' } });
    await createClient({ issuer: signet, fetch, credential: async () => token }).logout();
    await vi.waitFor(
      async () => expect(await call(front, token)).toMatchObject({ body: { code: 'token_revoked' } }),
      10_000,
    );
  });
});
