import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../read-configuration.ts';
import { documentIn, type OwnFile, readApplied, shadowedSections, writeGatewayPart } from './read-applied.ts';
import { type OpenedRoute, tellChanges } from './tell-changes.ts';

const file = `
identity: { audiences: [https://api.example], masterKey: 'file:master' }
gateway: { accessLog: { to: /var/log/signet.jsonl } }
issuers:
  house: { self: true }
  partner: { issuer: https://p.example, audience: https://api.example, algorithms: [HS256], secret: 'env:PARTNER' }
  opaque:
    issuer: https://o.example
    audience: https://api.example
    introspection: { url: 'https://o.example/introspect', clientId: signet, clientSecret: 'env:OPAQUE' }
upstreams: { api: { targets: [{ url: 'http://127.0.0.1:1' }] } }
routes: [{ id: one, match: { methods: [GET], path: /one }, auth: { issuer: house, scopes: [read] }, upstream: api }]
`;

function own(): OwnFile {
  const reading = readConfiguration(file, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  return { document: documentIn(file), configuration: reading.configuration };
}

function problemsOf(text: string): readonly string[] {
  const reading = readApplied(text, own(), 'applied');
  return reading.ok ? [] : reading.problems.map(({ line, path, actual }) => `${line} ${path}: ${actual}`);
}

const routes = `issuers: { house: { self: true } }
upstreams: { next: { targets: [{ url: 'http://127.0.0.1:2' }] } }
routes: [{ id: two, match: { methods: [GET], path: /two }, auth: { issuer: house }, upstream: next }]
`;

describe('a text that is to be applied', () => {
  it('takes the place of the gateway part, and of nothing else', () => {
    const reading = readApplied(routes, own(), 'applied');
    if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
    const { configuration } = reading;
    expect(configuration.routes.map(({ id }) => id)).toEqual(['two']);
    expect(Object.keys(configuration.upstreams)).toEqual(['next']);
    expect(configuration.gateway.accessLog).toBeUndefined();
    expect(configuration.identity).toEqual(own().configuration.identity);
  });

  it('may be the whole file, or what that was written from', () => {
    expect(problemsOf(file)).toEqual([]);
    expect(problemsOf(writeGatewayPart(documentIn(file)))).toEqual([]);
  });

  it.each([
    [
      'identity: { audiences: [https://evil.example] }',
      '4 identity: another `identity` than in the file of the server',
    ],
    ['secrets: { vault: { address: https://evil.example, token: env:X } }', '4 secrets: another `secrets`'],
    ['version: 2', '4 version: another `version`'],
    ['apis: { a: { audience: https://evil.example } }', '4 apis: another `apis`'],
    ['clients: {}', '4 clients: another `clients`'],
  ])('says nothing else of what the file says: %s', (line, expected) => {
    expect(problemsOf(`${routes}${line}\n`)[0]).toContain(expected);
  });

  it('is held to the checks of a file, in its own lines, together with what the file says', () => {
    expect(problemsOf(`${routes}routs: []\n`)[0]).toMatch(/^4 .*routs/);
    expect(problemsOf(routes.replace('upstream: next', 'upstream: gone'))[0]).toContain(
      '3 routes[two].upstream',
    );
    expect(problemsOf(routes.replace('methods: [GET]', 'methods: [GRAB]'))[0]).toMatch(/^3 /);
    expect(problemsOf('[1]')).not.toEqual([]);
    expect(problemsOf('{')).not.toEqual([]);
    expect(problemsOf('{"__proto__": { "routes": [] }}')).not.toEqual([]);
  });

  it('whose routes nobody could reach is refused', () => {
    const shadowed = routes.replace(
      'upstream: next }]',
      'upstream: next }, { id: open, match: { methods: [GET], path: /two }, public: true, upstream: next }]',
    );
    expect(problemsOf(shadowed)).not.toEqual([]);
  });

  it.each([
    [
      'a program that would be run',
      "evil: { issuer: https://e.example, audience: a, algorithms: [HS256], secret: 'exec:/bin/touch /tmp/x' }",
      'issuers.evil',
    ],
    [
      'a file of the server',
      "evil: { issuer: https://e.example, audience: a, algorithms: [RS256], keys: 'file:/etc/shadow' }",
      'issuers.evil',
    ],
    [
      'the master key, sent to whoever applied it',
      "evil: { issuer: https://e.example, audience: a, introspection: { url: 'https://e.example', clientId: x, clientSecret: 'file:master' } }",
      'issuers.evil',
    ],
    [
      'a secret of the file, sent elsewhere',
      "opaque: { issuer: https://o.example, audience: https://api.example, introspection: { url: 'https://evil.example', clientId: signet, clientSecret: 'env:OPAQUE' } }",
      'issuers.opaque',
    ],
    [
      'a secret of the file, of another name',
      "partner: { issuer: https://p.example, audience: https://api.example, algorithms: [HS256], secret: 'env:SIGNET_MASTER_KEY' }",
      'issuers.partner',
    ],
  ])('brings no secret of the server anywhere else: %s', (_, issuer, place) => {
    const text = routes.replace('house: { self: true }', `house: { self: true }, ${issuer}`);
    expect(problemsOf(text)).toEqual([
      `1 ${place}: a secret of the server in an entry that its file does not have`,
    ]);
  });

  it('is told as the file is that its server shares no Redis with others', () => {
    const once = routes.replace('issuer: house }', 'issuer: house, replay: once }');
    expect(problemsOf(once)).toEqual([]);
    const reading = readApplied(once, { ...own(), nodesApart: true }, 'applied');
    expect(reading.ok ? [] : reading.problems).toMatchObject([{ path: 'routes[two].auth.replay' }]);
  });

  it('brings no key or certificate of the server to another upstream', () => {
    const tls = "tls: { certificate: 'file:/etc/a.pem', key: 'file:/etc/a.key' }";
    const text = routes.replace("http://127.0.0.1:2' }]", `https://127.0.0.1:2' }], ${tls}`);
    expect(problemsOf(text)[0]).toContain('upstreams.next: a secret of the server');
  });

  it('writes no other file than the one that the file of the server names', () => {
    const log = (to: string) => `${routes}gateway: { accessLog: { to: ${to} } }\n`;
    expect(problemsOf(log('/root/.ssh/authorized_keys'))[0]).toContain(
      'a file of the server that its own file does not name',
    );
    const others = ['stdout', '/var/log/signet.jsonl', 'http://127.0.0.1:4318'];
    expect(others.flatMap((to) => problemsOf(log(to)))).toEqual([]);
  });
});

it('tells which sections of the file do not count', () => {
  expect(shadowedSections(documentIn(file), file)).toEqual([]);
  expect(shadowedSections(documentIn(file), routes)).toEqual(['gateway', 'issuers', 'upstreams', 'routes']);
});

describe('what would change', () => {
  function changesTo(text: string, opened: readonly OpenedRoute[] = []): readonly string[] {
    const reading = readApplied(text, own(), 'applied');
    if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
    return tellChanges(own().configuration, reading.configuration, opened);
  }

  it('is told by the names of things and keys, and never by values', () => {
    expect(changesTo(file)).toEqual([]);
    expect(changesTo(routes)).toEqual([
      'route one: removed',
      'route two: added',
      'upstream api: removed',
      'upstream next: added',
      'issuer partner: removed',
      'issuer opaque: removed',
      'gateway: accessLog changed',
    ]);
    expect(changesTo(file.replace('scopes: [read]', 'scopes: [write]'))).toEqual([
      'route one: auth.scopes changed',
    ]);
    const models =
      'llm: { providers: { local: { kind: ollama, url: http://127.0.0.1:1 } }, models: { gpt: { targets: [{ provider: local, model: a }] } } }';
    expect(changesTo(`${file}${models}`)).toEqual(['model gpt: added', 'provider local: added']);
  });

  it('begins with what is opened to everyone', () => {
    const opened = [
      { route: 'one', guarded: 'one' },
      { route: 'all', guarded: 'one' },
    ];
    expect(changesTo(file, opened)).toEqual([
      'route one: OPEN TO EVERYONE from now on',
      'route all: OPEN TO EVERYONE from now on, with requests that route one guarded',
    ]);
  });

  it('is bounded, however much there is', () => {
    const many = Array.from(
      { length: 300 },
      (_, at) => `{ id: r${at}, match: { methods: [GET], path: /r${at} }, public: true, upstream: next }`,
    );
    const changes = changesTo(routes.replace(/routes:.*\n/, `routes: [${many.join(', ')}]\n`));
    expect(changes).toHaveLength(201);
    expect(changes.at(-1)).toMatch(/^and \d+ more$/);
  });
});
