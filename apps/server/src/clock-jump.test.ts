import { ManualClocks } from '@signet/contracts/testing';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, signIn, signOut } from './testing/session.ts';

const folder = temporaryFolder();
const clocks = new ManualClocks();
let signet: TestSignet;

beforeAll(async () => {
  signet = await startSignet(folder.path, { clocks });
});

afterAll(async () => {
  await signet.close();
  folder[Symbol.dispose]();
});

async function answer(token: string): Promise<string> {
  const response = await fetch(`${signet.gateway}/demo/x`, bearer(token));
  return response.status === 200 ? 'let through' : ((await response.json()) as { code: string }).code;
}

it('a clock that is set is noticed once, has the log read again, and brings nobody back who logged out', async () => {
  const [out, still] = [
    await signIn(signet.web, 'demo', signet.password('demo')),
    await signIn(signet.web, 'demo', signet.password('demo')),
  ];
  await signOut(signet.web, out.cookie);
  expect([await answer(out.accessToken), await answer(still.accessToken)]).toEqual([
    'token_revoked',
    'let through',
  ]);
  for (const step of [-600_000, 600_000]) {
    clocks.set(step);
    expect(['revocation_stale', 'token_revoked']).toContain(await answer(out.accessToken));
    await vi.waitUntil(async () => (await answer(still.accessToken)) === 'let through', { timeout: 10_000 });
    expect(await answer(out.accessToken)).toBe('token_revoked');
  }
  const jumps = signet
    .logged()
    .split('\n')
    .filter((line) => line.includes('jumpedMs'))
    .map((line) => JSON.parse(line) as { jumpedMs: number; level: number });
  expect(jumps).toMatchObject([{ jumpedMs: -600_000 }, { jumpedMs: 600_000 }]);
});
