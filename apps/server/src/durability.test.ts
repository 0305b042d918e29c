import { describeWithPostgres } from '@signet/store/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ClientMemory, runBusyClients } from './testing/busy-clients.ts';
import { temporaryFolder } from './testing/running-signet.ts';
import { bearer, refresh } from './testing/session.ts';
import { type SignetProcess, spawnSignet } from './testing/signet-process.ts';

/** 286 clients make 1,001 requests. */
const load = { clients: 286, atOnce: 12 };
const killAfter = 500;

const promise =
  'keeps every acknowledged sign-in, refresh and log-out when it is killed in the middle of 1,000';

describe('Signet on SQLite', () => {
  it(promise, () => killInTheMiddle({}));
});

describeWithPostgres('Signet on PostgreSQL', (server) => {
  it(promise, async () => killInTheMiddle({ DATABASE_URL: await server().createDatabase() }));
});

async function killInTheMiddle(environment: Readonly<Record<string, string>>): Promise<void> {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const first = await spawnSignet(folder.path, environment);
  const password = first.credentials.find(({ username }) => username === 'demo')?.password ?? '';
  const clients = runBusyClients(first.web, password, load);
  await vi.waitUntil(() => clients.acknowledged() >= killAfter, { timeout: 60_000, interval: 1 });
  await first.kill();
  const memories = await clients.finished;
  expect(clients.acknowledged()).toBeLessThan(1000);

  const second = await spawnSignet(folder.path, environment, first);
  onTestFinished(() => second.kill());
  const certain = memories.filter((memory) => memory.signedIn !== undefined && !memory.uncertain);
  expect(certain.filter(({ loggedOut }) => loggedOut).length).toBeGreaterThan(20);
  expect(certain.filter(({ loggedOut }) => !loggedOut).length).toBeGreaterThan(20);
  for (const memory of certain) await holds(second, memory);
}

/** A session stands and its newest refresh token works, or it is over for the identity provider and the gateway. */
async function holds({ web, gateway }: SignetProcess, { signedIn, loggedOut }: ClientMemory): Promise<void> {
  if (signedIn === undefined) return;
  const call = await fetch(`${gateway}/demo/still`, bearer(signedIn.accessToken));
  if (!loggedOut) {
    expect(call.status).toBe(200);
    expect((await refresh(web, signedIn.cookie)).sessionId).toBe(signedIn.sessionId);
    return;
  }
  expect(call.status).toBe(401);
  await expect(refresh(web, signedIn.cookie)).rejects.toThrow('session_ended');
}
