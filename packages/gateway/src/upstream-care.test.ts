import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';
import { UpstreamServer } from './testing/upstream-server.ts';

let rig: TestGateway;
let one: UpstreamServer;
let other: UpstreamServer;
beforeEach(async () => {
  one = await UpstreamServer.start();
  other = await UpstreamServer.start();
  rig = await TestGateway.start();
});
afterEach(async () => {
  await rig.close();
  await one.close();
  await other.close();
});

const nameOf = ({ url }: UpstreamServer) => new URL(url).host;

/** A configuration whose one upstream has both servers, and more. */
function withBoth(more: string) {
  return rig.compile({
    upstreams: `
  api:
    targets: [{ url: ${one.url} }, { url: ${other.url} }]
    ${more}`,
  });
}

/** Answers checks with a status that may change, and everything else with 200. */
function checked(server: UpstreamServer, status: () => number): { checks: number } {
  const counted = { checks: 0 };
  server.answer = (request, response) => {
    const isCheck = request.url === '/healthz';
    if (isCheck) counted.checks += 1;
    response.writeHead(isCheck ? status() : 200).end(nameOf(server));
  };
  return counted;
}

async function answeredBy(count: number): Promise<Set<string>> {
  const names = new Set<string>();
  for (let index = 0; index < count; index += 1) names.add((await rig.call('/open/x')).text);
  return names;
}

/** Checks that end as they should may be slow where the machine is. */
const patience = { timeout: 10_000 };
const awayNow = () => rig.gateway.status().upstreams['api']?.targets.map(({ away }) => away);

describe('checks of targets', () => {
  const health =
    'health: { path: /healthz, every: 200ms, timeout: 200ms, healthyAfter: 2, unhealthyAfter: 2 }';

  it('keep requests from one that is unwell, say so, and bring them back', async () => {
    let status = 503;
    checked(one, () => status);
    checked(other, () => 200);
    rig.gateway.swap(withBoth(health));
    await expect.poll(awayNow, patience).toEqual(['unwell', undefined]);
    expect(await answeredBy(6)).toEqual(new Set([nameOf(other)]));
    expect(rig.explained().steps.at(-1)?.note).toContain(`The checks of ${nameOf(one)} fail`);
    status = 200;
    await expect.poll(awayNow, patience).toEqual([undefined, undefined]);
    expect((await answeredBy(6)).size).toBe(2);
    expect(rig.explained().steps.at(-1)?.note).not.toContain('checks');
  });

  it('ask all where all are unwell', async () => {
    checked(one, () => 500);
    checked(other, () => 500);
    rig.gateway.swap(withBoth(health));
    await expect.poll(awayNow, patience).toEqual(['unwell', 'unwell']);
    expect((await answeredBy(6)).size).toBe(2);
  });

  it('go on over a reload that leaves the upstream as it is, and end with one that takes it away', async () => {
    const counted = checked(one, () => 503);
    checked(other, () => 200);
    rig.gateway.swap(withBoth(health));
    await expect.poll(awayNow, patience).toEqual(['unwell', undefined]);
    rig.gateway.swap(withBoth(health));
    // What is known of it is known at once.
    expect(awayNow()).toEqual(['unwell', undefined]);
    rig.gateway.swap(rig.compile({}));
    const after = counted.checks;
    const second = checked(other, () => 200);
    rig.gateway.swap(
      rig.compile({
        upstreams: `
  api:
    targets: [{ url: ${other.url} }]
    ${health}`,
      }),
    );
    await expect.poll(() => second.checks, patience).toBeGreaterThanOrEqual(3);
    expect(counted.checks).toBeLessThanOrEqual(after + 1);
  });
});

describe('an upstream that a reload leaves as it is', () => {
  it('keeps its connections, and lets them go once it is taken away', async () => {
    const ports = new Set<number | undefined>();
    let closed = 0;
    const countClosed = () => {
      closed += 1;
    };
    one.answer = (request, response) => {
      if (!ports.has(request.socket.remotePort)) request.socket.once('close', countClosed);
      ports.add(request.socket.remotePort);
      response.end();
    };
    const upstreams = `  api: { targets: [{ url: ${one.url} }] }`;
    rig.gateway.swap(rig.compile({ upstreams }));
    for (let count = 0; count < 5; count += 1) {
      await rig.call('/open/x');
      rig.gateway.swap(rig.compile({ upstreams }));
    }
    expect([ports.size, closed]).toEqual([1, 0]);
    rig.gateway.swap(rig.compile({}));
    await expect.poll(() => closed).toBe(1);
  });
});

describe('the breaker of an upstream', () => {
  const breaker = 'breaker: { failures: 50%, least: 4, restFor: 5s, statuses: 500-599 }';

  it('lets nothing to an upstream that fails, then one request, then all', async () => {
    let status = 500;
    let asked = 0;
    for (const server of [one, other]) {
      server.answer = (_, response) => {
        asked += 1;
        response.writeHead(status).end();
      };
    }
    rig.gateway.swap(withBoth(breaker));
    for (let count = 0; count < 4; count += 1) expect((await rig.call('/open/x')).status).toBe(500);
    const { status: refused, headers, text } = await rig.call('/open/x');
    expect([refused, headers.get('retry-after'), asked]).toEqual([503, '5', 4]);
    expect(JSON.parse(text)).toMatchObject({ code: 'upstream_resting' });
    expect(rig.explained().steps.at(-1)?.note).toContain('Too many requests to api have failed');
    expect(rig.gateway.status().upstreams['api']?.rests).toBe(true);
    status = 200;
    rig.now += 5_000;
    expect((await rig.call('/open/x')).status).toBe(200);
    expect((await rig.call('/open/x')).status).toBe(200);
    expect(asked).toBe(6);
  });

  it('sends one request and no more after the rest, however many come', async () => {
    let asked = 0;
    let broken = true;
    const waiting: (() => void)[] = [];
    for (const server of [one, other]) {
      server.answer = (_, response) => {
        asked += 1;
        if (broken) response.writeHead(500).end();
        else waiting.push(() => response.end());
      };
    }
    rig.gateway.swap(withBoth(breaker));
    for (let count = 0; count < 4; count += 1) await rig.call('/open/x');
    broken = false;
    rig.now += 5_000;
    const trial = rig.call('/open/x');
    await expect.poll(() => asked).toBe(5);
    const others = await Promise.all(Array.from({ length: 10 }, () => rig.call('/open/x')));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set([503]));
    expect(asked).toBe(5);
    waiting.pop()?.();
    expect((await trial).status).toBe(200);
  });
});

describe('the budget of second sendings', () => {
  it('is spent where everything fails, and that is said', async () => {
    rig.gateway.swap(
      rig.compile({
        upstreams: `
  api:
    targets: [{ url: http://127.0.0.1:1 }, { url: http://127.0.0.1:2 }]
    retries: 1%`,
      }),
    );
    for (let count = 0; count < 120; count += 1) await rig.call('/open/x');
    const attempts = rig.records.map(({ steps }) => steps.filter(({ step }) => step === 'forward').length);
    const repeated = attempts.filter((made) => made === 2).length;
    expect([100, 101]).toContain(repeated);
    expect(attempts.at(-1)).toBe(1);
    expect(rig.explained().steps.at(-1)?.note).toContain('Not sent again');
  });
});

describe('targets by hash', () => {
  it('get each caller that stays at one, and those of one that fails go elsewhere and come back', async () => {
    let status = 200;
    for (const server of [one, other]) checked(server, () => (server === one ? status : 200));
    rig.gateway.swap(
      withBoth(`balance: hash
    hashBy: headers.x-tenant
    health: { path: /healthz, every: 200ms, timeout: 200ms, healthyAfter: 1, unhealthyAfter: 2 }`),
    );
    const tenants = Array.from({ length: 40 }, (_, index) => `tenant-${index}`);
    const targets = async () => {
      const all: string[] = [];
      for (const tenant of tenants)
        all.push((await rig.call('/open/x', { headers: { 'x-tenant': tenant } })).text);
      return all;
    };
    const before = await targets();
    expect(new Set(before).size).toBe(2);
    expect(await targets()).toEqual(before);
    status = 503;
    await expect.poll(awayNow, patience).toEqual(['unwell', undefined]);
    expect(new Set(await targets())).toEqual(new Set([nameOf(other)]));
    status = 200;
    await expect.poll(awayNow, patience).toEqual([undefined, undefined]);
    expect(await targets()).toEqual(before);
  });
});
