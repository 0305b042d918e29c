import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { type AuditAnswer, steadyMilliseconds, steadyTime, systemClocks, wallTime } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeNodeCertificate, nodeAuthorityFiles } from '../certificates/node-certificate.ts';
import { purgeEverywhere } from '../gateways/purge-everywhere.ts';
import { makeLogger } from '../logging/logger.ts';
import { parseOptions } from '../options/parse-options.ts';
import { operatorOf } from '../testing/busy-administrator.ts';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';
import { bearer, signIn, signOut } from '../testing/session.ts';
import { nodeProtocol } from './messages.ts';
import { type RunningNode, startNode } from './start-node.ts';

const folder = temporaryFolder();
const place = (name: string) => join(folder.path, name);
const answerOfModel = readFileSync(
  new URL('../../../../vectors/answers/openai/chat/openai-text.json', import.meta.url),
  'utf8',
);
const silent = makeLogger('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));

/** The certificate of a node, by flags. */
function flagsOf(name: string, authority = 'nodes', hosts: readonly string[] = []) {
  const made = makeNodeCertificate({ folder: place(authority), name, hosts, now: Date.now(), force: true });
  return {
    nodeCertificate: made?.files.certificate ?? '',
    nodeKey: made?.files.key ?? '',
    nodeCa: nodeAuthorityFiles(place(authority)).certificate,
    fingerprint: made?.fingerprint ?? '',
  };
}

type Flags = ReturnType<typeof flagsOf>;

let control: TestSignet;
/** What routes keep answers of: each of its answers is another one. */
const pages = createHttpServer((request, response) => {
  answered += 1;
  response.setHeader('cache-control', 'max-age=600');
  response.end(`${request.url} ${answered}`);
});
let answered = 0;
let controlFlags: Record<string, string>;
let edge: Flags;
let nodePort: number;
let admin: string;

beforeAll(async () => {
  await new Promise<void>((done) => pages.listen(0, '127.0.0.1', done));
  nodePort = await freePort();
  edge = flagsOf('edge-1');
  const { fingerprint: _, ...files } = flagsOf('control', 'nodes', ['127.0.0.1']);
  controlFlags = { role: 'control', nodePort: String(nodePort), port: String(await freePort()), ...files };
  control = await startSignet(place('control'), { flags: controlFlags });
  const yaml = readFileSync(control.configurationFile, 'utf8');
  const { port } = pages.address() as AddressInfo;
  const upstream = `upstreams:\n  pages: { targets: [{ url: http://127.0.0.1:${port} }] }`;
  const route =
    'routes:\n  - { id: pages, match: { methods: [GET], path: /pages }, public: true, cache: { per: everyone }, upstream: pages }';
  const paged = yaml.replace(/^upstreams:$/m, upstream).replace(/^routes:$/m, route);
  writeFileSync(control.configurationFile, `${paged}\nnodes: { edge-1: {}, edge-2: {} }\n`);
  await control.configuration.reload();
  const more = { newPassword: 'otter lamp gravel 9', audience: `${control.web}/admin` };
  admin = (await signIn(control.web, 'admin', control.password('admin'), more)).accessToken;
}, 60_000);

/** What the audit log has of nodes, newest first. */
async function audited(action: 'node.joined' | 'node.refused') {
  const answer = await fetch(`${control.web}/admin/audit?action=${action}`, bearer(admin));
  return ((await answer.json()) as AuditAnswer).entries;
}

afterAll(async () => {
  await control.close();
  pages.close();
  folder[Symbol.dispose]();
});

async function node(
  data: string,
  options: { flags?: Flags; ahead?: () => number } = {},
): Promise<RunningNode> {
  const { flags = edge, ahead = () => 0 } = options;
  const { nodeCertificate, nodeKey, nodeCa } = flags;
  const parsed = parseOptions({
    flags: {
      ...{ role: 'gateway', control: `127.0.0.1:${nodePort}`, data: place(data) },
      ...{ nodeCertificate, nodeKey, nodeCa, gatewayPort: String(await freePort()) },
    },
    environment: {},
  }).settings;
  if (parsed.node === undefined) throw new Error('These are no settings of a node');
  const running = await startNode(
    { ...parsed, node: parsed.node },
    {
      log: silent,
      clocks: {
        wall: () => wallTime(systemClocks.wall() + ahead()),
        steady: () => steadyTime(steadyMilliseconds(systemClocks.steady()) + ahead()),
      },
    },
  );
  onTestFinished(() => running.close());
  return running;
}

/** 502: let in, and the upstream of the demo went with its control node. */
async function call({ gateway }: RunningNode, token: string): Promise<number> {
  const { status } = await fetch(`${gateway}/demo/x`, bearer(token));
  return status === 502 ? 200 : status;
}

describe('a gateway node', () => {
  it('lets in by what its control node says, and says what it decided', async () => {
    const running = await node('one');
    const signedIn = await signIn(control.web, 'demo', control.password('demo'));
    expect(await call(running, signedIn.accessToken)).toBe(200);
    await signOut(control.web, signedIn.cookie);
    expect(await call(running, signedIn.accessToken)).toBe(401);
    const states = await control.nodes?.states();
    expect(states?.map((state) => state.node)).toEqual(['edge-1/gateway-1']);
    expect(control.logged()).toContain('"node":"edge-1"');
    const { fingerprint } = edge;
    const joined = { address: '127.0.0.1', target: { kind: 'node', id: 'edge-1' }, details: { fingerprint } };
    await expect.poll(() => audited('node.joined')).toMatchObject([joined]);
  });

  it('asks a provider of models that is added while it runs, and forgets its key once it is removed', async () => {
    const key = 'sk-0123456789abcdefWXYZ';
    const shown: unknown[] = [];
    const models = createHttpServer((request, response) => {
      shown.push(request.headers.authorization);
      response.setHeader('content-type', 'application/json');
      response.end(answerOfModel);
    });
    await new Promise<void>((done) => models.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      models.closeAllConnections();
      models.close();
    });
    const { port } = models.address() as AddressInfo;
    const operator = operatorOf(control.web, place('control'));
    const running = await node('seven');
    const { accessToken } = await signIn(control.web, 'demo', control.password('demo'));
    const ask = async () => {
      const question = { model: 'local/small', messages: [{ role: 'user', content: 'Hello' }] };
      const body = JSON.stringify(question);
      const path = '/llm/v1/chat/completions';
      const answer = await fetch(running.gateway + path, { method: 'POST', body, ...bearer(accessToken) });
      return answer.status;
    };
    const kept = () => readFileSync(join(place('seven'), 'node-snapshot.json'), 'utf8');
    expect(await ask()).toBe(404);
    const url = `http://127.0.0.1:${port}/v1`;
    await operator.setModelProvider({ name: 'local', kind: 'openai-compatible', url, key });
    expect(await ask()).toBe(200);
    expect(shown).toEqual([`Bearer ${key}`]);
    // It goes on by it where its control node is away.
    await expect.poll(kept, { timeout: 10_000 }).toContain(key);
    await operator.removeModelProvider({ name: 'local' });
    expect(await ask()).toBe(404);
    await running.close();
    expect(kept()).not.toContain(key);
  });

  it('reserves in the one ledger of all nodes, so that no budget is passed by many at once', async () => {
    const decided = Promise.withResolvers<void>();
    let asked = 0;
    const models = createHttpServer(async (_, response) => {
      asked += 1;
      await decided.promise;
      response.setHeader('content-type', 'application/json').end(answerOfModel);
    });
    await new Promise<void>((done) => models.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      models.closeAllConnections();
      models.close();
    });
    const { port } = models.address() as AddressInfo;
    const yaml = readFileSync(control.configurationFile, 'utf8');
    const budget = 'budgets: { people: { most: 2400 tokens, per: month, by: claims.sub } }';
    writeFileSync(control.configurationFile, `${yaml}\n${budget}\n`);
    await control.configuration.reload();
    onTestFinished(async () => {
      writeFileSync(control.configurationFile, yaml);
      await control.configuration.reload();
    });
    const operator = operatorOf(control.web, place('control'));
    const url = `http://127.0.0.1:${port}/v1`;
    await operator.setModelProvider({
      name: 'few',
      kind: 'openai-compatible',
      url,
      key: 'sk-0123456789abcdef',
    });
    const nodes = [await node('eight'), await node('nine', { flags: flagsOf('edge-2') })];
    const { accessToken } = await signIn(control.web, 'demo', control.password('demo'));
    const question = { model: 'few/small', max_tokens: 100, messages: [{ role: 'user', content: 'Hello' }] };
    let answered = 0;
    const ask = async (gateway: string) => {
      const path = '/llm/v1/chat/completions';
      const body = JSON.stringify(question);
      const answer = await fetch(gateway + path, { method: 'POST', body, ...bearer(accessToken) });
      answered += 1;
      return { status: answer.status, left: /r=(\d+)/.exec(answer.headers.get('signet-budget') ?? '')?.[1] };
    };
    const all = Array.from({ length: 10 }).flatMap(() => nodes.map(({ gateway }) => ask(gateway)));
    // None of those that were let through is answered yet.
    await expect.poll(() => asked + answered, { timeout: 50_000 }).toBe(20);
    const passed = asked;
    decided.resolve();
    const answers = await Promise.all(all);
    const lefts = answers.flatMap(({ status, left }) => (status === 200 ? [Number(left)] : []));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect([lefts.length, passed * (2400 - Math.max(...lefts)) <= 2400]).toEqual([passed, true]);
    expect(passed).toBeGreaterThan(0);
    await expect.poll(() => operator.checkLedger(), { timeout: 30_000 }).toMatchObject({ ok: true, open: 0 });
    // More where a question had to be sent twice: what was sent and never answered is booked as well.
    expect((await operator.checkLedger()).requests).toBeGreaterThanOrEqual(passed);
    await operator.removeModelProvider({ name: 'few' });
  });

  it('goes on by what it knew where the control node is away, begins by it, and refuses once that is too old', async () => {
    let ahead = 0;
    const first = await node('two', { ahead: () => ahead });
    const { accessToken, cookie } = await signIn(control.web, 'demo', control.password('demo'));
    const ended = await signIn(control.web, 'demo', control.password('demo'));
    await signOut(control.web, ended.cookie);
    expect([await call(first, accessToken), await call(first, ended.accessToken)]).toEqual([200, 401]);
    await control.close();
    await expect.poll(() => first.isConnected()).toBe(false);
    expect([await call(first, accessToken), await call(first, ended.accessToken)]).toEqual([200, 401]);
    expect(first.age()).toBeGreaterThan(0);
    await first.close();

    const second = await node('two', { ahead: () => ahead });
    expect(second.isConnected()).toBe(false);
    expect([await call(second, accessToken), await call(second, ended.accessToken)]).toEqual([200, 401]);
    ahead = 11_000;
    expect([await call(second, accessToken), await call(second, ended.accessToken)]).toEqual([503, 503]);
    await second.close();
    const third = await node('two', { ahead: () => ahead });
    expect(await call(third, accessToken)).toBe(503);

    control = await startSignet(place('control'), { flags: controlFlags });
    await expect.poll(() => third.isConnected(), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => call(third, accessToken), { timeout: 10_000 }).toBe(200);
    expect(await call(third, ended.accessToken)).toBe(401);
    await signOut(control.web, cookie);
    expect(await call(third, accessToken)).toBe(401);
  }, 60_000);

  it('forgets answers when told, and it is said which node did not', async () => {
    const running = await node('six');
    const read = async () => (await fetch(`${running.gateway}/pages`)).text();
    const purge = (route: string) =>
      purgeEverywhere({ route }, { group: control.gateways, nodes: control.nodes });
    const first = await read();
    expect(await read()).toBe(first);
    expect(await purge('others')).toMatchObject({ purged: 0, keeps: false });
    expect(await read()).toBe(first);
    expect(await purge('pages')).toEqual({
      ...{ purged: 1, gateways: 1, silent: 0, keeps: true },
      nodes: { done: ['edge-1'], silent: [], away: ['edge-2'] },
    });
    expect(await read()).not.toBe(first);
  });

  it('keeps what it is told for itself alone, and begins with nothing that others could have written', async () => {
    const running = await node('three');
    await running.close();
    const file = join(place('three'), 'node-snapshot.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toMatch(/master|password|passkey/i);
  });
});

/** What comes of a connection that shows a certificate, or none, and sends these lines: until its end, or until it has heard so much. */
async function attack(
  flags: Partial<Flags>,
  lines: readonly string[] = [],
  until: string | readonly string[] = '\0',
  last: readonly string[] = [],
): Promise<string> {
  const { nodeCertificate, nodeKey } = flags;
  const socket: TLSSocket = connect({
    host: '127.0.0.1',
    port: nodePort,
    minVersion: 'TLSv1.3',
    ALPNProtocols: [nodeProtocol],
    ca: [readFileSync(edge.nodeCa, 'utf8')],
    ...(nodeCertificate === undefined ? {} : { cert: readFileSync(nodeCertificate) }),
    ...(nodeKey === undefined ? {} : { key: readFileSync(nodeKey) }),
  });
  const heard: string[] = [];
  const over = Promise.withResolvers<void>();
  socket.on('data', (piece: Buffer) => {
    heard.push(String(piece));
    if (![until].flat().every((each) => heard.join('').includes(each))) return;
    if (last.length === 0) socket.destroy();
    for (const each of last) socket.write(each);
  });
  socket.on('error', (error) => heard.push(String(error)));
  socket.on('close', () => over.resolve());
  for (const line of lines) socket.write(line);
  await over.promise;
  return heard.join('');
}

const line = (n: number, m: unknown) => `${JSON.stringify({ n, m })}\n`;

describe('the port of nodes', () => {
  it.each([
    ['no certificate', () => ({})],
    ['a certificate of another authority', () => flagsOf('edge-1', 'others')],
    ['the certificate of a control node', () => flagsOf('edge-2', 'nodes', ['127.0.0.1'])],
  ])('tells nothing to who has %s', async (_, flags) => {
    const heard = await attack(flags(), [line(1, { kind: 'beat', beat: 1 })]);
    expect(heard).not.toContain('"n"');
    expect(heard).toMatch(/error|^$/i);
  });

  it('sends away whom the configuration does not name, and whose certificate it does not take any more', async () => {
    expect(await attack(flagsOf('edge-9'))).toBe(line(1, { kind: 'sentAway', why: 'unknown' }));
    const lost = flagsOf('edge-3');
    const yaml = readFileSync(control.configurationFile, 'utf8');
    writeFileSync(
      control.configurationFile,
      yaml.replace('edge-2: {}', `edge-2: {}, edge-3: { revoked: ['${lost.fingerprint}'] }`),
    );
    await control.configuration.reload();
    expect(await attack(lost)).toBe(line(1, { kind: 'sentAway', why: 'revoked' }));
    const { fingerprint } = lost;
    await expect
      .poll(() => audited('node.refused'))
      .toMatchObject([
        { actor: { kind: 'anonymous' }, address: '127.0.0.1', details: { fingerprint, reason: 'revoked' } },
        { details: { reason: 'unknown' } },
      ]);
  });

  it('cuts off a node at once that the configuration names no more', async () => {
    const running = await node('four');
    const yaml = readFileSync(control.configurationFile, 'utf8');
    writeFileSync(control.configurationFile, yaml.replace('edge-1: {}, ', ''));
    await control.configuration.reload();
    await expect.poll(() => running.isConnected()).toBe(false);
    writeFileSync(control.configurationFile, yaml);
    await control.configuration.reload();
    await expect.poll(() => running.isConnected(), { timeout: 10_000 }).toBe(true);
  });

  it.each([
    [
      'what is out of order',
      [line(1, { kind: 'beat', beat: 1 }), line(3, { kind: 'secrets', request: 1 })],
      'out of order',
    ],
    [
      'what comes again',
      [line(1, { kind: 'beat', beat: 1 }), line(1, { kind: 'secrets', request: 1 })],
      'out of order',
    ],
    ['what is too large', ['x'.repeat(5 * 1024 * 1024)], 'too large'],
    ['what only a worker may say', [line(1, { kind: 'hello' })], 'no message'],
  ])('ends the connection of a node that sends %s', async (_, lines, why) => {
    const before = control.logged().length;
    expect(await attack(flagsOf('edge-2'), lines)).not.toContain('secretsAnswer');
    await expect.poll(() => control.logged().slice(before)).toContain(`"why":"${why}"`);
  });

  it.each([
    ['hangs up', []],
    ['says that it has forgotten less than nothing', [{ purged: -1, gateways: 1, silent: 0 }]],
    ['says that it has forgotten more than can be counted', [{ purged: 1e300, gateways: 1, silent: 0 }]],
  ])('counts a node as one that has not forgotten what it keeps where it %s', async (_, answers) => {
    const lines = [line(1, { kind: 'beat', beat: 1 })];
    const answer = answers.map((purged) => line(2, { kind: 'purged', request: 1, purged }));
    const attacked = attack(flagsOf('edge-2'), lines, '"kind":"purge"', answer);
    await expect
      .poll(() => purgeEverywhere({ route: 'pages' }, { group: control.gateways, nodes: control.nodes }))
      .toMatchObject({ purged: 0, nodes: { silent: expect.arrayContaining(['edge-2']) } });
    await attacked;
  });

  it('tells a node no secret that is none of gateways, nothing of other paths, and no configuration but theirs', async () => {
    const asked = [
      { kind: 'handed', request: 1, reference: `file:${join(place('control'), 'master.key')}` },
      { kind: 'document', request: 2, path: '/admin/users' },
      { kind: 'apiKey', request: 3, hash: '0'.repeat(64) },
      { kind: 'prompt', request: 4, name: 'missing' },
    ];
    const lines = asked.map((message, index) => line(index + 1, message));
    // They are looked up at once, and answered in any order.
    const heard = await attack(flagsOf('edge-2'), lines, ['"request":3', '"request":4']);
    expect(heard).toContain('{"kind":"handedAnswer","request":1,"texts":[]}');
    expect(heard).toContain('{"kind":"documentAnswer","request":2}');
    expect(heard).toContain('{"kind":"apiKeyAnswer","request":3}');
    expect(heard).toContain('{"kind":"promptAnswer","request":4}');
    expect(heard).not.toMatch(/"identity"|"clients"|"mail"|masterKey/);
  });
});

it('counts places of all nodes, and gives back those of a node that has gone', async () => {
  const lines = [1, 2].map((request) => line(request, { kind: 'hold', request, name: 'few', most: 1 }));
  const takeTwo = () => attack(flagsOf('edge-2'), lines, '"request":2');
  const oneHeld = /"request":1,"isHeld":true.*"request":2,"isHeld":false/s;
  expect(await takeTwo()).toMatch(oneHeld);
  await expect.poll(takeTwo).toMatch(oneHeld);
});

it('a node follows nobody who has the certificate of another gateway node', async () => {
  const other = flagsOf('edge-2');
  const heard = Promise.withResolvers<string>();
  const impostor = createServer(
    {
      cert: readFileSync(other.nodeCertificate),
      key: readFileSync(other.nodeKey),
      ALPNProtocols: [nodeProtocol],
    },
    () => heard.resolve('believed'),
  );
  impostor.on('tlsClientError', () => heard.resolve('refused'));
  const port = await freePort();
  await new Promise<void>((done) => impostor.listen(port, '127.0.0.1', done));
  onTestFinished(() => void impostor.close());
  const stop = new AbortController();
  const { nodeCertificate, nodeKey, nodeCa } = edge;
  const { settings } = parseOptions({
    flags: {
      ...{ role: 'gateway', control: `127.0.0.1:${port}`, data: place('five') },
      ...{ nodeCertificate, nodeKey, nodeCa, gatewayPort: '0' },
    },
    environment: {},
  });
  if (settings.node === undefined) throw new Error('These are no settings of a node');
  const starting = startNode(
    { ...settings, node: settings.node },
    { log: silent, clocks: systemClocks, signal: stop.signal },
  );
  expect(await heard.promise).toBe('refused');
  stop.abort();
  await expect(starting).rejects.toThrow();
});
