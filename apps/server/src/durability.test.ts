import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoConfiguration } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { freePorts, type RunningSignet, startSignet } from '@signet/testing/signet';
import { describeWithPostgres } from '@signet/testing/suites';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ClientMemory, runBusyClients } from './testing/busy-clients.ts';
import { bearer, refresh } from './testing/session.ts';

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
  const ports = await freePorts();
  const gatewayOrigin = `http://localhost:${ports.gatewayPort}`;
  const configuration = demoConfiguration({ echoPort: await freePort(), gatewayOrigin });
  writeFileSync(join(folder.path, 'signet.yaml'), configuration);
  const start = () => startSignet({ dataFolder: folder.path, ports, environment });
  const first = await start();
  const clients = runBusyClients(first.web, first.password('demo'), load);
  await vi.waitUntil(() => clients.acknowledged() >= killAfter, { timeout: 60_000, interval: 1 });
  await first.started.kill();
  const memories = await clients.finished;
  expect(clients.acknowledged()).toBeLessThan(1000);

  const second = await start();
  onTestFinished(() => second.stop());
  const certain = memories.filter((memory) => memory.signedIn !== undefined && !memory.uncertain);
  expect(certain.filter(({ loggedOut }) => loggedOut).length).toBeGreaterThan(20);
  expect(certain.filter(({ loggedOut }) => !loggedOut).length).toBeGreaterThan(20);
  for (const memory of certain) await holds(second, memory);
}

/** A session stands and its newest refresh token works, or it is over for the identity provider and the gateway. */
async function holds({ web, gateway }: RunningSignet, { signedIn, loggedOut }: ClientMemory): Promise<void> {
  if (signedIn === undefined) return;
  const call = await fetch(`${gateway}/demo/still`, bearer(signedIn.accessToken));
  if (!loggedOut) {
    expect(call.status).toBe(200);
    expect((await refresh(web, signedIn.cookie)).sessionId).toBe(signedIn.sessionId);
    return;
  }
  expect(call.status).toBe(401);
  await expect(refresh(web, signedIn.cookie)).rejects.toMatchObject({ code: 'session_ended' });
}
