import { ManualClocks } from '@signet/contracts/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';

/** So many failures are counted for one address before it has to wait. */
const limit = 50;
/** Stands still, so that no pause ends before its time. */
const clocks = new ManualClocks();

async function guess({ web }: TestSignet, username: string, forwardedFor: string): Promise<number> {
  const response = await fetch(`${web}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
    body: JSON.stringify({ username, password: 'a wrong guess' }),
  });
  return response.status;
}

async function exhaust(signet: TestSignet, forwardedFor: string): Promise<void> {
  const guesses = Array.from({ length: limit }, (_, index) => guess(signet, `name${index}`, forwardedFor));
  expect(new Set(await Promise.all(guesses))).toEqual(new Set([401]));
}

describe('failed sign-ins', () => {
  it('are counted for the client that a trusted proxy names, and not for what the client says of itself', async () => {
    using folder = temporaryFolder();
    const signet = await startSignet(folder.path, { flags: { trustedProxies: '127.0.0.0/8,::1' }, clocks });
    await exhaust(signet, '203.0.113.1');
    expect(await guess(signet, 'other', '203.0.113.1')).toBe(429);
    expect(await guess(signet, 'other', '198.51.100.9, 203.0.113.1')).toBe(429);
    expect(await guess(signet, 'other', '203.0.113.2')).toBe(401);
    await signet.close();
  });

  it('are counted for the socket where no proxy is trusted', async () => {
    using folder = temporaryFolder();
    const signet = await startSignet(folder.path, { clocks });
    await exhaust(signet, '203.0.113.1');
    expect(await guess(signet, 'other', '203.0.113.2')).toBe(429);
    await signet.close();
  });
});

describe('the gateway', () => {
  const address = async ({ gateway }: TestSignet): Promise<unknown> => {
    const headers = { 'x-forwarded-for': '198.51.100.9, 203.0.113.1', connection: 'close' };
    const echoed = (await (await fetch(`${gateway}/status`, { headers })).json()) as {
      readonly headers: Readonly<Record<string, string>>;
    };
    return echoed.headers['x-forwarded-for'];
  };

  it.each(['1', '2'])('believes a trusted proxy too, in %s process(es)', async (workers) => {
    using folder = temporaryFolder();
    const signet = await startSignet(folder.path, { flags: { trustedProxies: '127.0.0.0/8,::1', workers } });
    expect(await address(signet)).toBe('203.0.113.1');
    await signet.close();
  });

  it('tells an upstream the address of the socket where no proxy is trusted', async () => {
    using folder = temporaryFolder();
    const signet = await startSignet(folder.path);
    expect(await address(signet)).toBe('127.0.0.1');
    await signet.close();
  });
});
