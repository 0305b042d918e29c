import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readExposition } from '../status/testing/read-exposition.ts';
import { askEachProcess, callAnew, gatewayProcesses, killUnheard } from '../testing/gateway-processes.ts';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';
import { bearer, signIn, signOut } from '../testing/session.ts';

describe('a group of gateway processes', () => {
  const folder = temporaryFolder();
  let signet: TestSignet;

  beforeAll(async () => {
    signet = await startSignet(folder.path, {
      flags: { workers: '2', statusPort: '0' },
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
    const killed = bothProcesses();
    for (const id of killed) process.kill(id, 'SIGKILL');
    await vi.waitUntil(() => !killed.some((id) => gatewayProcesses().includes(id)), { timeout: 20_000 });
    await vi.waitUntil(async () => (await signet.gateways.states()).length === 2, { timeout: 20_000 });
    const calls = await askEachProcess(() =>
      callAnew(`${signet.gateway}/demo/x`, bearer(demo.accessToken).headers),
    );
    expect(calls).toHaveLength(2);
    for (const { text } of calls) expect(JSON.parse(text)).toMatchObject({ code: 'token_revoked' });
    expect(signet.logged()).toContain('it is started again');
  });

  it('adds what its processes measure, those that have ended included, and tells it beside the gateway', async () => {
    const counted = async () => {
      const { requests } = await signet.gateways.readings();
      return requests.filter(({ route }) => route === 'status').reduce((sum, { count }) => sum + count, 0);
    };
    const call = () => callAnew(`${signet.gateway}/status`);
    for (let count = 0; count < 6; count += 1) await call();
    await vi.waitUntil(async () => (await counted()) === 6);
    const killed = bothProcesses();
    for (const id of killed) process.kill(id, 'SIGKILL');
    await vi.waitUntil(() => !killed.some((id) => gatewayProcesses().includes(id)), { timeout: 20_000 });
    await vi.waitUntil(async () => (await signet.gateways.states()).length === 2, { timeout: 20_000 });
    expect(await counted()).toBe(6);
    await call();
    await vi.waitUntil(async () => (await counted()) === 7);
    const beside = `http://127.0.0.1:${signet.statusPort}`;
    const ready = async () => (await fetch(`${beside}/readyz`)).status === 200;
    await vi.waitUntil(ready, { timeout: 20_000 });
    const told = async () => readExposition(await (await fetch(`${beside}/metrics`)).text());
    const ofStatus = 'signet_gateway_requests_total{route="status",outcome="forwarded",class="2xx"}';
    await vi.waitUntil(async () => (await told()).get(ofStatus) === 7, { timeout: 20_000 });
    expect((await told()).get('signet_gateway_processes_up')).toBe(2);
  });

  it('outlives a process that dies while something is being said to it', async () => {
    const [first = Number.NaN] = gatewayProcesses();
    // What is said to it then meets a broken pipe.
    killUnheard(first);
    expect(await signet.gateways.states()).toHaveLength(1);
    await vi.waitUntil(async () => (await signet.gateways.states()).length === 2, { timeout: 20_000 });
  });

  it('shares one budget: two processes admit no more than one would', async () => {
    const file = join(folder.path, 'signet.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('rate: 100/s', 'rate: 5/h'));
    await signet.configuration.reload();
    const demo = await signIn(signet.web, 'demo', signet.password('demo'));
    const six = () =>
      Promise.all(
        Array.from({ length: 6 }, () =>
          callAnew(`${signet.gateway}/demo/x`, bearer(demo.accessToken).headers),
        ),
      );
    const [ofFirst, ofSecond] = await askEachProcess(six);
    expect(ofFirst?.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    expect(ofSecond?.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429, 429]);
  });

  it('keeps no connection in the primary while its processes are held up: that would close the doors of all', async () => {
    const held = () => readdirSync('/dev/fd').length;
    const before = held();
    for (const id of bothProcesses()) process.kill(id, 'SIGSTOP');
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
    for (const id of bothProcesses()) {
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

/** Nothing is shown of none. */
function bothProcesses(): readonly number[] {
  const ids = gatewayProcesses();
  expect(ids).toHaveLength(2);
  return ids;
}
