import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GatewayState, SignetError, wallTime } from '@signet/contracts';
import { noReadings, type Readings } from '@signet/gateway';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterEach, describe, expect, it } from 'vitest';
import { exposition } from './exposition.ts';
import { openStatus, type Running, type Status } from './open-status.ts';
import { readExposition } from './testing/read-exposition.ts';

const version = 'a'.repeat(64);
const gateway: GatewayState = {
  node: 'gateway-1',
  configurationVersion: version,
  revocationSequence: 7,
  feedHeardAt: 9_500,
  stale: false,
  requestsInProgress: 3,
  issuers: [{ name: 'house', keys: 2, kids: [], confirmedAt: 4_000, rejected: [] }],
  upstreams: [
    {
      name: 'orders',
      rests: true,
      targets: [
        { name: '10.0.0.1:80', requestsInProgress: 2, check: { good: true, status: 200 } },
        { name: '10.0.0.2:80', requestsInProgress: 0, away: 'unwell', check: { good: false, fault: 'slow' } },
        { name: '10.0.0.3:80', requestsInProgress: 1 },
      ],
    },
  ],
};
const histogram = { counts: [1, 0, 2, ...Array<number>(15).fill(0)], sum: 0.25 };
const readings: Readings = {
  ...noReadings(),
  requests: [
    { route: 'orders', outcome: 'forwarded', statusClass: 2, count: 3 },
    { route: '(none)', outcome: 'refused', statusClass: 0, count: 1 },
  ],
  byCode: { token_expired: 2 },
  decision: histogram,
  whole: { orders: histogram },
  told: { access_log: { sent: 5, dropped: 2 } },
  upstreams: { 'of "orders"\\\n': histogram, bills: histogram },
};
const running: Running = {
  group: { states: async () => [gateway], readings: async () => readings },
  configuration: () => ({ version, loadedAt: 1_000, source: 'signet.yaml' }),
  askStore: async () => [],
};

let status: Status | undefined;
afterEach(async () => {
  await status?.close();
  status = undefined;
});

async function opened(changed?: Partial<Running>): Promise<Status> {
  const at = { host: '127.0.0.1', port: 0 };
  status = await openStatus({ status: at, workers: 1 }, () => wallTime(10_000));
  if (status === undefined) expect.fail('Nothing listens.');
  if (changed !== undefined) status.runs({ ...running, ...changed });
  return status;
}

async function ask({ port }: Status, path: string, init?: RequestInit) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the listener for probes and metrics', () => {
  it('is there only where a port is named, and says who has it where it is taken', async () => {
    expect(await openStatus({ workers: 1 }, () => wallTime(0))).toBeUndefined();
    const { port } = await opened();
    const again = openStatus({ status: { host: '127.0.0.1', port }, workers: 1 }, () => wallTime(0));
    await expect(again).rejects.toBeInstanceOf(SignetError);
  });

  it('is alive from the start, and ready from when it runs to when it stops', async () => {
    const starting = await opened();
    expect((await ask(starting, '/livez')).status).toBe(200);
    const before = await ask(starting, '/readyz');
    expect([before.status, JSON.parse(before.text).because]).toEqual([503, ['It is starting.']]);
    await starting.close();

    const runs = await opened({});
    const ready = await ask(runs, '/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toMatchObject([
      200,
      { status: 'ready', store: 'answers', gateways: [{ node: 'gateway-1', current: true }] },
    ]);
    expect(ready.headers.get('cache-control')).toBe('no-store');
    runs.stops();
    expect((await ask(runs, '/readyz')).status).toBe(503);
    expect((await ask(runs, '/livez')).status).toBe(200);
  });

  it.each<readonly [string, Partial<Running>]>([
    ['the database fails', { askStore: () => Promise.reject(new Error('a secret of the driver')) }],
    ['no gateway answers', { group: { ...running.group, states: async () => [] } }],
    [
      'the state cannot be found out',
      { group: { ...running.group, states: () => Promise.reject(new Error('x')) } },
    ],
  ])('is not ready where %s, and tells nothing of the error', async (_, changed) => {
    const answer = await ask(await opened(changed), '/readyz');
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('secret');
  });

  it('asks gateways and database once, however many ask it at the same moment', async () => {
    let asked = 0;
    const askStore = async () => {
      asked += 1;
    };
    const flooded = await opened({ askStore });
    await Promise.all(Array.from({ length: 30 }, () => ask(flooded, '/readyz')));
    expect(asked).toBe(1);
  });

  it('tells metrics that a strict reader takes, of routes and codes and of nothing that a client chose', async () => {
    const { text, headers } = await ask(await opened({}), '/metrics');
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const series = readExposition(text);
    expect(series.get('signet_gateway_requests_total{route="orders",outcome="forwarded",class="2xx"}')).toBe(
      3,
    );
    expect(series.get('signet_gateway_requests_total{route="(none)",outcome="refused",class="none"}')).toBe(
      1,
    );
    expect(series.get('signet_gateway_refusals_total{code="token_expired"}')).toBe(2);
    expect(series.get('signet_gateway_decision_seconds_bucket{le="0.00025"}')).toBe(1);
    expect(series.get('signet_gateway_decision_seconds_bucket{le="+Inf"}')).toBe(3);
    expect(series.get('signet_gateway_request_seconds_count{route="orders"}')).toBe(3);
    expect(series.get('signet_gateway_told_total{what="access_log",outcome="dropped"}')).toBe(2);
    expect(series.get('signet_gateway_upstream_seconds_count{upstream="bills"}')).toBe(3);
    expect(series.get('signet_gateway_upstream_seconds_count{upstream="of \\"orders\\"\\\\\\n"}')).toBe(3);
    expect(series.get('signet_gateway_revocation_age_seconds{node="gateway-1"}')).toBe(0.5);
    expect(series.get('process_cpu_seconds_total')).toBeGreaterThan(0);
    const target = (name: string, which: string) =>
      series.get(
        `signet_gateway_target_${name}{node="gateway-1",upstream="orders",target="10.0.0.${which}:80"}`,
      );
    expect(['1', '2', '3'].map((which) => target('asked', which))).toEqual([1, 0, 1]);
    expect(['1', '2', '3'].map((which) => target('check_good', which))).toEqual([1, 0, undefined]);
    expect(target('requests_in_progress', '1')).toBe(2);
    expect(series.get('signet_gateway_upstream_rests{node="gateway-1",upstream="orders"}')).toBe(1);
    const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, label]) => label));
    expect(labels).toEqual(
      new Set(['route', 'outcome', 'class', 'code', 'upstream', 'what', 'le', 'node', 'issuer', 'target']),
    );
  });

  it('answers nothing else, and by no other method', async () => {
    const here = await opened({});
    expect((await ask(here, '/admin/users')).status).toBe(404);
    expect((await ask(here, '/readyz', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await ask(here, `/${'a'.repeat(9_000)}`)).status).toBe(431);
  });
});

const programs = [
  ['promtool', '--version'],
  ['prometheus', '--version'],
] as const;

describeWithPrograms(programs, 'Prometheus itself', () => {
  it('finds nothing to mend in the metrics', async () => {
    const { text } = await ask(await opened({}), '/metrics');
    const { status, stdout, stderr } = spawnSync(programs[0][0], ['check', 'metrics'], { input: text });
    expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: '' });
  });

  it('scrapes them, and answers by them', async () => {
    const { port } = await opened({});
    using folder = temporaryFolder();
    await using children = new Children();
    const own = await freePort();
    const configuration = {
      scrape_configs: [
        {
          job_name: 'signet',
          scrape_interval: '1s',
          static_configs: [{ targets: [`127.0.0.1:${port}`] }],
        },
      ],
    };
    // What is JSON is YAML.
    writeFileSync(join(folder.path, 'prometheus.yml'), JSON.stringify(configuration));
    const address = `127.0.0.1:${own}`;
    const words = [
      `--config.file=${join(folder.path, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder.path, 'data')}`,
      `--web.listen-address=${address}`,
    ];
    await untilListening(await children.start({ program: 'prometheus', arguments: words }), own, 60_000);
    const query = 'signet_gateway_refusals_total{job="signet",code="token_expired"}';
    const found = async (): Promise<unknown> => {
      const answer = await fetch(`http://${address}/api/v1/query?${new URLSearchParams({ query })}`);
      const { data } = (await answer.json()) as { data?: { result: readonly { value: unknown[] }[] } };
      return data?.result[0]?.value[1];
    };
    await expect.poll(found, { timeout: 60_000 }).toBe('2');
  });
});

describe('the strict reader', () => {
  it.each([
    ['no end of the last line', '# HELP a b\n# TYPE a gauge\na 1'],
    ['a sample of nothing declared', 'a 1\n'],
    ['one series twice', '# HELP a b\n# TYPE a gauge\na 1\na 2\n'],
    ['a counter without _total', '# HELP a b\n# TYPE a counter\na 1\n'],
    ['a quote that is not escaped', '# HELP a b\n# TYPE a gauge\na{b="c"d"} 1\n'],
    ['no number', '# HELP a b\n# TYPE a gauge\na one\n'],
    ['buckets that fall', exposition([{ ...falling(), samples: falling().samples }])],
  ])('takes no %s', (_, text) => {
    expect(() => readExposition(text)).toThrow();
  });
});

function falling() {
  const bucket = (le: string, value: number) => ({ suffix: '_bucket', labels: { le }, value });
  const samples = [
    bucket('1', 2),
    bucket('+Inf', 1),
    { suffix: '_sum', value: 1 },
    { suffix: '_count', value: 1 },
  ];
  return { name: 'a', help: 'b', type: 'histogram', samples } as const;
}
