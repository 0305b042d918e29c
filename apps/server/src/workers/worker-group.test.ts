import { execFileSync } from 'node:child_process';
import cluster from 'node:cluster';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';
import { bearer, signIn, signOut } from '../testing/session.ts';

describe('a group of gateway processes', () => {
  const folder = temporaryFolder();
  let signet: TestSignet;

  beforeAll(async () => {
    signet = await startSignet(folder.path, {
      flags: { workers: '2' },
      environment: { SIGNET_MASTER_KEY: 'ab'.repeat(32) },
    });
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  it('replaces a process that dies, and the new one knows what was revoked before', async () => {
    const demo = await signIn(signet.web, 'demo', signet.password('demo'));
    await signOut(signet.web, demo.cookie);
    for (const id of gatewayProcesses()) process.kill(id, 'SIGKILL');
    await vi.waitUntil(async () => (await signet.gateways.states()).length === 0, { timeout: 10_000 });
    await vi.waitUntil(async () => (await signet.gateways.states()).length === 2, { timeout: 20_000 });
    const calls = Array.from({ length: 8 }, () =>
      fetch(`${signet.gateway}/demo/x`, {
        headers: { ...bearer(demo.accessToken).headers, connection: 'close' },
      }),
    );
    for (const response of await Promise.all(calls)) {
      expect(await response.json()).toMatchObject({ code: 'token_revoked' });
    }
    expect(signet.logged()).toContain('it is started again');
  });

  it('outlives a process that dies while something is being said to it', async () => {
    const [first = Number.NaN] = gatewayProcesses();
    process.kill(first, 'SIGKILL');
    // Until it is gone for good, without this process hearing of it: what it says then meets a broken pipe.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    expect(await signet.gateways.states()).toHaveLength(1);
    await vi.waitUntil(async () => (await signet.gateways.states()).length === 2, { timeout: 20_000 });
  });

  it('shares one budget: two processes admit no more than one would', async () => {
    const file = join(folder.path, 'signet.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('rate: 100/s', 'rate: 5/h'));
    await signet.configuration.reload();
    const demo = await signIn(signet.web, 'demo', signet.password('demo'));
    const calls = Array.from({ length: 12 }, () =>
      fetch(`${signet.gateway}/demo/x`, bearer(demo.accessToken)),
    );
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  it('keeps no connection in the primary while its processes are held up: that would close the doors of all', async () => {
    const held = () => readdirSync('/dev/fd').length;
    const before = held();
    for (const id of gatewayProcesses()) process.kill(id, 'SIGSTOP');
    try {
      for (let count = 0; count < 200; count += 1) await connectAndReset(signet.gateway);
      // The primary would take one in each turn.
      for (let turn = 0; turn < 400; turn += 1) await setImmediate();
      expect(held() - before).toBeLessThan(50);
    } finally {
      for (const id of gatewayProcesses()) process.kill(id, 'SIGCONT');
    }
    expect((await fetch(`${signet.gateway}/status`)).status).toBe(200);
  });

  it('keeps the master key out of the environment of its processes', () => {
    for (const id of gatewayProcesses()) {
      const environment = execFileSync('ps', ['eww', '-o', 'command=', '-p', String(id)], {
        encoding: 'utf8',
      });
      expect(environment).not.toContain('ab'.repeat(32));
    }
  });
});

async function connectAndReset(gateway: string): Promise<void> {
  const socket = connect(Number(new URL(gateway).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.resetAndDestroy();
  await once(socket, 'close');
}

/** The group was started by this process, which is its primary. There are some: nothing is shown of none. */
function gatewayProcesses(): readonly number[] {
  const ids = Object.values(cluster.workers ?? {}).flatMap((worker) => worker?.process.pid ?? []);
  expect(ids).not.toEqual([]);
  return ids;
}
