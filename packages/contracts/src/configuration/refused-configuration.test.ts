import { describe, expect, it } from 'vitest';
import type { ConfigurationProblem } from './problems/configuration-problem.ts';
import { readConfiguration } from './read-configuration.ts';

function problemsIn(text: string): readonly ConfigurationProblem[] {
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  return reading.ok ? [] : reading.problems;
}

/** `line:column path` of each problem. */
function placesIn(text: string): readonly string[] {
  return problemsIn(text).map(({ line, column, path }) => `${line}:${column} ${path}`.trim());
}

const base = `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { orders: { targets: [{ url: "http://127.0.0.1:9001" }] } }
routes:
`;

/** A route on lines 5 to 8 of an otherwise sound document; `lines` replace or add keys. */
function route(lines: Readonly<Record<string, string | undefined>>): string {
  const keys = {
    id: 'read',
    match: '{ methods: [GET], path: /orders }',
    auth: '{ issuer: house }',
    upstream: 'orders',
    ...lines,
  };
  const written = Object.entries(keys).filter(([, value]) => value !== undefined);
  return written.map(([key, value], index) => `${index === 0 ? '  - ' : '    '}${key}: ${value}\n`).join('');
}

describe('text that is no YAML', () => {
  it.each([
    ['a tab in front', 'gateway:\n\tclockSkew: 1s', 2, 'a tab'],
    ['an open quote', 'version: "1', 1, 'no YAML'],
    ['a second document', 'version: 1\n---\nversion: 1', 2, 'second document'],
    ['two colons', 'version: 1\nidentity: a: b', 2, '`:`'],
    ['an unknown alias', 'identity: *none', 1, 'alias'],
    ['a circle of aliases', 'identity: &a [*a]', 1, 'alias inside'],
    ['a custom tag', 'version: 1\nidentity: !!js/function x', 2, 'tag'],
    ['a standard tag', 'version: !!int 1', 1, 'tag'],
    ['a key that is a number', 'issuers:\n  1: { self: true }', 2, 'no text'],
    ['a key that is a list', '? [a]\n: 1', 1, 'no text'],
    ['a key of the language', 'version: 1\n__proto__: {}', 2, '__proto__'],
    ['nothing at all', '# only a comment', 1, 'nothing'],
  ])('is refused with its line: %s', (_, text, line, actual) => {
    const [problem] = problemsIn(text);
    expect(problem).toMatchObject({ line, actual: expect.stringContaining(actual) });
  });

  it('says which key stands twice, and goes on with the rest', () => {
    const problems = problemsIn('version: 1\nversion: 1\nbogus: 1');
    expect(problems.map(({ line, actual }) => [line, actual])).toEqual([
      [2, 'the key `version` a second time'],
      [3, 'the unknown key `bogus`'],
    ]);
  });
});

describe('text made to exhaust the reader', () => {
  it.each([
    ['a megabyte of brackets', '['.repeat(1_000_000)],
    ['a megabyte of dashes', '- '.repeat(500_000)],
    ['a megabyte of braces', '{a: '.repeat(250_000)],
    ['more than a megabyte', `version: 1\n# ${'x'.repeat(1_100_000)}`],
  ])('is refused: %s', (_, text) => {
    expect(problemsIn(text)).toHaveLength(1);
  });

  it('is refused when aliases multiply', () => {
    const laughs = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`);
    const [problem] = problemsIn(['a0: &a0 [x]', ...laughs].join('\n'));
    expect(problem?.actual).toBe('an alias inside of an anchored block');
  });

  it('is refused when there are many aliases', () => {
    const problems = problemsIn(`a: &a x\nb: [${'*a, '.repeat(100)}]`);
    expect(problems.map(({ actual }) => actual)).toEqual(['many aliases']);
  });

  it('reports at most a hundred wrong values', () => {
    const bogus = Array.from({ length: 5000 }, (_, n) => `k${n}: 1`).join('\n');
    expect(problemsIn(bogus)).toHaveLength(100);
  });
});

describe('keys that are not known', () => {
  it.each([
    ['versoin: 1', '1:1 versoin', 'Did you mean `version`?'],
    ['gateway:\n  clokSkew: 5s', '2:3 gateway.clokSkew', 'Did you mean `clockSkew`?'],
    [
      `${base}${route({ auth: '{ issuer: house, scope: [a] }' })}`,
      '7:28 routes[read].auth.scope',
      'Did you mean `scopes`?',
    ],
    [
      `${base}${route({ auth: '{ issuer: house, xyz: [a] }' })}`,
      '7:28 routes[read].auth.xyz',
      'Remove it, or use one of these.',
    ],
  ])('are refused with the one that was meant: %s', (text, place, fix) => {
    expect(placesIn(text)).toEqual([place]);
    expect(problemsIn(text)[0]?.fix).toBe(fix);
  });
});

describe('values that cannot be', () => {
  it.each([
    ['version: 2', '1:10 version'],
    ['identity: { accessTokenLifetime: 15 }', '1:34 identity.accessTokenLifetime'],
    ['identity: { accessTokenLifetime: 15 minutes }', '1:34 identity.accessTokenLifetime'],
    ['identity: { accessTokenLifetime: 2d }', '1:34 identity.accessTokenLifetime'],
    ['identity: { refreshGrace: 2m }', '1:27 identity.refreshGrace'],
    ['identity: { audiences: ["a b"] }', '1:25 identity.audiences[0]'],
    ['identity: { audiences: [a, a] }', '1:28 identity.audiences[1]'],
    ['gateway: { maxBodyBytes: 10MB }', '1:26 gateway.maxBodyBytes'],
    ['gateway: { maxTokenBytes: 16KiB }', '1:27 gateway.maxTokenBytes'],
    ['gateway: { maxConcurrentRequests: 0 }', '1:35 gateway.maxConcurrentRequests'],
    ['gateway: { records: { refusalsPerSecond: 1.5 } }', '1:42 gateway.records.refusalsPerSecond'],
    ['services: { a: { title: "" } }', '1:25 services.a.title'],
    ['services: { A_b: { title: x } }', '1:13 services.A_b'],
    ['routes: {}', '1:1 routes'],
    ['upstreams: { a: { targets: [] } }', '1:19 upstreams.a.targets'],
    ['upstreams: { a: { targets: [{ url: ftp://a.example }] } }', '1:36 upstreams.a.targets[0].url'],
    ['upstreams: { a: { targets: [{ url: "http://a.example/?q" }] } }', '1:36 upstreams.a.targets[0].url'],
    [
      'upstreams: { a: { targets: [{ url: "http://a.example", weight: 0 }] } }',
      '1:64 upstreams.a.targets[0].weight',
    ],
    [
      'upstreams: { a: { targets: [{ url: "http://a.example" }], balance: random } }',
      '1:68 upstreams.a.balance',
    ],
    ['demo: { echoPort: 70000 }', '1:19 demo.echoPort'],
  ])('are refused where they stand: %s', (text, place) => {
    expect(placesIn(text)).toEqual([place]);
  });

  it('are never shown when they hold credentials or are long', () => {
    const address = 'upstreams: { a: { targets: [{ url: "http://user:hunter2@a.example" }] } }';
    const secret = `version: ${'s3cr3t'.repeat(20)}`;
    expect(JSON.stringify([problemsIn(address), problemsIn(secret)])).not.toMatch(/hunter2|s3cr3t/);
  });
});

const nested = '{ anyOf: [{ roles: [a], allOf: [{ scopes: [a] }] }] }';
const nestedPlace = '7:60 routes[read].auth.anyOf[0].anyOf[0].allOf';

describe('issuers', () => {
  it.each([
    ['{}', '1:12 issuers.p', 'exactly one of'],
    ['{ self: true, audience: x }', '1:39 issuers.p.audience', '`self: true` alone'],
    ['{ self: false }', '1:23 issuers.p.self', 'only `true`'],
    ['{ discovery: "https://p.example" }', '1:12 issuers.p', '`algorithms`'],
    ['{ jwks: "https://p.example", algorithms: [RS256] }', '1:12 issuers.p', '`issuer` beside `jwks`'],
    ['{ secret: "env:S", algorithms: [HS256] }', '1:12 issuers.p', '`issuer` beside `secret`'],
    ['{ secret: "env:S", issuer: x }', '1:12 issuers.p', '`algorithms`'],
    [
      '{ secret: "env:S", jwks: "https://p.example", issuer: x, algorithms: [HS256] }',
      '1:12 issuers.p',
      'one of',
    ],
    ['{ secret: hunter2hunter2, issuer: x, algorithms: [HS256] }', '1:25 issuers.p.secret', '`env:NAME`'],
    [
      '{ secret: "env:S", issuer: x, algorithms: [HS256, RS256] }',
      '1:65 issuers.p.algorithms[1]',
      'no key of another kind',
    ],
    ['{ keys: hunter2, issuer: x, algorithms: [RS256] }', '1:23 issuers.p.keys', 'a public key in PEM'],
    ['{ keys: 7, issuer: x, algorithms: [RS256] }', '1:23 issuers.p.keys', 'a public key in PEM'],
    [
      '{ keys: "file:k", issuer: x, algorithms: [HS256] }',
      '1:57 issuers.p.algorithms[0]',
      'cannot be published',
    ],
    [
      '{ keys: { keys: [{ kty: oct, k: AAAA }] }, issuer: x, algorithms: [RS256] }',
      '1:17 issuers.p.keys',
      'public keys alone',
    ],
    [
      '{ keys: { keys: [{ kty: OKP, crv: Ed25519, x: AAAA }] }, issuer: x, algorithms: [RS256] }',
      '1:17 issuers.p.keys',
      'a key for one of `algorithms`',
    ],
    [
      '{ discovery: "https://p.example", algorithms: [HS256] }',
      '1:62 issuers.p.algorithms[0]',
      'cannot be published',
    ],
    [
      '{ discovery: "https://p.example", algorithms: [none] }',
      '1:62 issuers.p.algorithms[0]',
      'proves nothing',
    ],
    [
      '{ discovery: "https://p.example", algorithms: [RS256], audienceClaim: clientId }',
      '1:85 issuers.p.audienceClaim',
      '`client_id`',
    ],
    [
      '{ discovery: "https://p.example", algorithms: [RS256], audienceClaim: [azp] }',
      '1:70 issuers.p.audienceClaim',
      'claims that name the client',
    ],
    [
      '{ introspection: { url: "https://p.example/i", clientId: g, clientSecret: "env:S" } }',
      '1:12 issuers.p',
      '`issuer` beside `introspection`',
    ],
    [
      '{ issuer: x, introspection: { url: "http://p.example/i", clientId: g, clientSecret: "env:S" } }',
      '1:50 issuers.p.introspection.url',
      'tokens are sent there',
    ],
    [
      '{ issuer: x, introspection: { url: "https://p.example/i", clientId: g, clientSecret: hunter2 } }',
      '1:100 issuers.p.introspection.clientSecret',
      '`env:NAME`',
    ],
    [
      '{ issuer: x, algorithms: [RS256], introspection: { url: "https://p.example/i", clientId: g, clientSecret: "env:S" } }',
      '1:28 issuers.p.algorithms',
      'no such key beside `introspection`',
    ],
    [
      '{ issuer: x, introspection: { url: "https://p.example/i", clientId: g, clientSecret: "env:S", cacheFor: 1d } }',
      '1:119 issuers.p.introspection.cacheFor',
      'a duration from `0s` to `10m`',
    ],
    ['{ self: true, audienceClaim: azp }', '1:44 issuers.p.audienceClaim', '`self: true` alone'],
    ['{ discovery: "https://p.example", algorithms: [] }', '1:49 issuers.p.algorithms', 'a list of 1'],
    ['{ discovery: "http://p.example", algorithms: [RS256] }', '1:28 issuers.p.discovery', 'https'],
    ['{ discovery: "http://127.0.0.1.p.example", algorithms: [RS256] }', '1:28 issuers.p.discovery', 'https'],
    [
      '{ discovery: "https://p.example", algorithms: [RS256], dangerouslyAllowInsecureKeys: false }',
      '1:100 issuers.p.dangerouslyAllowInsecureKeys',
      'only `true`',
    ],
  ])('are refused: %s', (issuer, place, expected) => {
    const text = `issuers: { p: ${issuer} }`;
    expect(placesIn(text)).toEqual([place]);
    expect(problemsIn(text)[0]?.expected).toContain(expected);
  });

  it('are refused on one route where two would be asked about the same token', () => {
    const asked = (name: string) =>
      `{ issuer: '${name}', introspection: { url: 'https://${name}/i', clientId: g, clientSecret: 'env:S' } }`;
    const text = `issuers:\n  p: ${asked('p.example')}\n  q: ${asked('q.example')}
upstreams: { api: { targets: [{ url: 'http://127.0.0.1:9' }] } }
routes: [{ id: r, match: { methods: [GET], path: /r }, auth: { issuer: [p, q], audience: x }, upstream: api }]\n`;
    expect(problemsIn(text).map(({ expected }) => expected)).toEqual([
      'one issuer with `introspection` for each route: an opaque token does not say whose it is',
    ]);
  });

  it('are refused when two entries stand for the same one', () => {
    const entry = 'discovery: "https://p.example", algorithms: [RS256]';
    expect(placesIn(`issuers:\n  p: { ${entry} }\n  q: { ${entry} }\n`)).toEqual(['3:3 issuers.q']);
  });

  it.each([
    '{ discovery: "http://localhost:9000", algorithms: [ES256] }',
    '{ jwks: "http://[::1]:9000/keys", issuer: x, algorithms: [ES256] }',
    '{ discovery: "http://p.example", algorithms: [ES256], dangerouslyAllowInsecureKeys: true }',
  ])('may publish keys without TLS on this machine, or when it is said loudly: %s', (issuer) => {
    expect(placesIn(`issuers: { p: ${issuer} }`)).toEqual([]);
  });
});

describe('routes', () => {
  it.each([
    ['neither public nor auth', { auth: undefined }, '5:5 routes[read]'],
    ['both public and auth', { public: 'true' }, '5:5 routes[read]'],
    ['public: false', { public: 'false', auth: undefined }, '8:13 routes[read].public'],
    ['an unknown upstream', { upstream: 'order' }, '8:15 routes[read].upstream'],
    ['an unknown service', { service: 'shop' }, '9:14 routes[read].service'],
    ['an unknown issuer', { auth: '{ issuer: hause }' }, '7:21 routes[read].auth.issuer'],
    [
      'an unknown issuer in a list',
      { auth: '{ issuer: [house, hause] }' },
      '7:29 routes[read].auth.issuer[1]',
    ],
    [
      'an unknown issuer of several',
      { auth: '{ any: [{ issuer: hause }] }' },
      '7:29 routes[read].auth.any[0].issuer',
    ],
    ['issuer and any', { auth: '{ issuer: house, any: [{ issuer: house }] }' }, '7:5 routes[read].auth'],
    ['no issuer', { auth: '{ scopes: [a] }' }, '7:5 routes[read].auth'],
    ['acr as a number', { auth: '{ issuer: house, acr: 2 }' }, '7:33 routes[read].auth.acr'],
    [
      'a token in a header of the protocol',
      { auth: '{ issuer: house, credentials: [{ header: cookie }] }' },
      '7:52 routes[read].auth.credentials[0].header',
    ],
    [
      'tokens in two headers',
      { auth: '{ issuer: house, credentials: [{ header: x-a }, { header: x-b }] }' },
      '7:59 routes[read].auth.credentials[1]',
    ],
    [
      'a token in a query by a quiet name',
      { auth: '{ issuer: house, credentials: [{ query: token }] }' },
      '7:42 routes[read].auth.credentials[0]',
    ],
    ['an empty set', { auth: '{ issuer: house, anyOf: [{}] }' }, '7:36 routes[read].auth.anyOf[0]'],
    [
      'a set of an empty list',
      { auth: '{ issuer: house, anyOf: [{ scopes: [] }] }' },
      '7:36 routes[read].auth.anyOf[0]',
    ],
    ['no set', { auth: '{ issuer: house, allOf: [] }' }, '7:28 routes[read].auth.allOf'],
    ['sets too deep', { auth: `{ issuer: house, anyOf: [${nested}] }` }, nestedPlace],
    [
      'any and all at once',
      { auth: '{ issuer: house, scopes: { any: [a], all: [b] } }' },
      '7:28 routes[read].auth.scopes',
    ],
    [
      'any of nothing',
      { auth: '{ issuer: house, scopes: { any: [] } }' },
      '7:38 routes[read].auth.scopes.any',
    ],
    [
      'a condition in a set that cannot be read',
      { auth: '{ issuer: house, anyOf: [{ condition: claims.tenant == }] }' },
      '7:49 routes[read].auth.anyOf[0].condition',
    ],
    ['optional: false', { auth: '{ issuer: house, optional: false }' }, '7:38 routes[read].auth.optional'],
    ['an empty acr', { auth: '{ issuer: house, acr: "" }' }, '7:33 routes[read].auth.acr'],
    ['no acr of several', { auth: '{ issuer: house, acr: [] }' }, '7:28 routes[read].auth.acr'],
    ['several values in one acr', { auth: '{ issuer: house, acr: "1 2" }' }, '7:33 routes[read].auth.acr'],
    [
      'an acr that ends the challenge',
      { auth: '{ issuer: house, acr: a\\b }' },
      '7:33 routes[read].auth.acr',
    ],
    ['a negative age', { auth: '{ issuer: house, maxAge: -10m }' }, '7:36 routes[read].auth.maxAge'],
    ['an age of nothing', { auth: '{ issuer: house, maxAge: 0s }' }, '7:36 routes[read].auth.maxAge'],
    ['an age without a unit', { auth: '{ issuer: house, maxAge: 600 }' }, '7:36 routes[read].auth.maxAge'],
    [
      'a scope with a space',
      { auth: '{ issuer: house, scopes: ["a b"] }' },
      '7:37 routes[read].auth.scopes[0]',
    ],
    [
      'a method in small letters',
      { match: '{ methods: [get], path: / }' },
      '6:24 routes[read].match.methods[0]',
    ],
    ['CONNECT', { match: '{ methods: [CONNECT], path: / }' }, '6:24 routes[read].match.methods[0]'],
    [
      'a host with a port',
      { match: '{ methods: [GET], path: /, hosts: ["a.example:80"] }' },
      '6:47 routes[read].match.hosts[0]',
    ],
    ['a rate without unit', { limit: '[{ rate: 100 }]' }, '9:21 routes[read].limit[0].rate'],
    ['a burst above its rate', { limit: '[{ rate: 10/s, burst: 11 }]' }, '9:34 routes[read].limit[0].burst'],
    ['a burst of nothing', { limit: '[{ rate: 10/s, burst: 0 }]' }, '9:34 routes[read].limit[0].burst'],
    ['a rate and places', { limit: '[{ rate: 10/s, concurrent: 2 }]' }, '9:13 routes[read].limit[0]'],
    ['no rate and no places', { limit: '[{ by: address }]' }, '9:13 routes[read].limit[0]'],
    ['a quota of an hour', { limit: '[{ quota: 10/h }]' }, '9:22 routes[read].limit[0].quota'],
    ['a rate and a quota', { limit: '[{ rate: 10/s, quota: 10/day }]' }, '9:13 routes[read].limit[0]'],
    ['a burst of a quota', { limit: '[{ quota: 10/day, burst: 2 }]' }, '9:37 routes[read].limit[0].burst'],
    [
      'two quotas of the same day',
      { limit: '[{ quota: 10/day }, { quota: 20/day }]' },
      '9:41 routes[read].limit[1].quota',
    ],
    ['a mix of one', { limit: '[{ rate: 1/s, by: [address] }]' }, '9:26 routes[read].limit[0].by'],
    ['networks without any', { limit: '[]\n    networks: {}' }, '10:5 routes[read].networks'],
    [
      'a network of the whole world',
      { limit: '[]\n    networks: { allow: [0.0.0.0/0] }' },
      '10:25 routes[read].networks.allow[0]',
    ],
    ['a budget of nobody', { limit: '[{ rate: 100/s, by: subject }]' }, '9:32 routes[read].limit[0].by'],
    ['a prefix within a segment', { stripPrefix: '/ord' }, '9:18 routes[read].stripPrefix'],
    ['a prefix with a slash at the end', { stripPrefix: '/orders/' }, '9:18 routes[read].stripPrefix'],
    [
      'a claim into the language',
      { context: '{ headers: { x-a: claims.constructor } }' },
      '9:32 routes[read].context.headers.x-a',
    ],
    [
      'a header with _',
      { context: '{ headers: { x_a: claims.sub } }' },
      '9:27 routes[read].context.headers.x_a',
    ],
    [
      'a header in capitals',
      { context: '{ headers: { X-A: claims.sub } }' },
      '9:27 routes[read].context.headers.X-A',
    ],
    [
      'an exception for a header that HTTP uses itself',
      { dangerouslyAllowIdentityHeaders: '[authorization]' },
      '9:39 routes[read].dangerouslyAllowIdentityHeaders[0]',
    ],
    [
      'an exception for what Signet says of the client',
      { dangerouslyAllowIdentityHeaders: '[x-forwarded-for]' },
      '9:39 routes[read].dangerouslyAllowIdentityHeaders[0]',
    ],
    [
      'an exception for another spelling of a header',
      { dangerouslyAllowIdentityHeaders: '[x_user_id]' },
      '9:39 routes[read].dangerouslyAllowIdentityHeaders[0]',
    ],
    [
      'an exception for a header that is filled from the token',
      {
        context: '{ headers: { x-user-id: claims.sub } }',
        dangerouslyAllowIdentityHeaders: '[x-trino-user, x-user-id]',
      },
      '10:53 routes[read].dangerouslyAllowIdentityHeaders[1]',
    ],
    [
      'context on a public route',
      { auth: undefined, public: 'true', context: '{}' },
      '9:5 routes[read].context',
    ],
    [
      'a claim on a public route',
      { auth: undefined, public: 'true', limit: '[{ rate: 1/s, by: claims.sub }]' },
      '9:30 routes[read].limit[0].by',
    ],
  ])('are refused with %s', (_, lines, place) => {
    expect(placesIn(base + route(lines))).toEqual([place]);
  });

  it.each([
    'orders',
    '//a',
    '/a//b',
    '/a/../b',
    '/./a',
    '/a%2fb',
    '/a%2Fb',
    '/a;b',
    '/a\\b',
    '/*',
    '/a/:id',
    '/{a}{b}',
    '/x{a}',
    '/{rest*}/a',
    '/{a}/{a}',
    '/a b',
    '/a%2eb',
    '/a%252fb',
    '/a%ff',
    '/a%00',
    '/‥/a',
    '/a%3Bb',
    '/a%3Fb',
    '/a%23b',
    '/a?b',
    '/a#b',
  ])('are refused with a path that is not canonical: %s', (path) => {
    expect(placesIn(base + route({ match: `{ methods: [GET], path: '${path}' }` }))).toEqual([
      '6:36 routes[read].match.path',
    ]);
  });

  it.each([
    'connection',
    'host',
    'content-length',
    'authorization',
    'transfer-encoding',
    'cookie',
    'x-forwarded-for',
    'signet-reference',
    'Host',
  ])('are refused with a context header that means something else: %s', (name) => {
    const [problem] = problemsIn(base + route({ context: `{ headers: { ${name}: claims.sub } }` }));
    expect(problem?.expected).toBe('a header that HTTP and Signet do not use themselves');
  });

  it('are refused where they open WebSockets to what speaks HTTP/2 alone', () => {
    const text = base.replace(/(upstreams:[^\n]*\n?\s*\w+: \{)/, '$1 protocol: http2,');
    expect(text).not.toBe(base);
    const [problem] = problemsIn(text + route({ websocket: 'true' }));
    expect(problem?.expected).toContain('protocol: http1');
  });

  it('are refused without an audience anywhere, since a token for another API would open them', () => {
    const text = base.replace('identity: { audiences: [https://api.example] }', 'version: 1') + route({});
    expect(placesIn(text)).toEqual(['7:5 routes[read].auth']);
    expect(problemsIn(text)[0]?.expected).toContain('an `audience` for every issuer of a route');
  });

  it('are refused where one of their issuers has an audience and another has none', () => {
    const partner = 'partner: { discovery: "https://p.example", algorithms: [RS256] }';
    const both = base.replace('house: { self: true }', `house: { self: true }, ${partner}`);
    const text = both + route({ auth: '{ issuer: [house, partner] }' });
    expect(placesIn(text)).toEqual(['7:5 routes[read].auth']);
    expect(problemsIn(text)[0]?.actual).toBe('no audience for tokens of `partner`, neither here nor there');
    const said = route({ auth: '{ issuer: [house, partner], audience: https://api.example }' });
    expect(placesIn(both + said)).toEqual([]);
  });

  it('are not said to lack an audience where it is `identity` that has a mistake', () => {
    const text = base.replace('audiences: [', 'refreshGrace: 2m, audiences: [') + route({});
    expect(placesIn(text)).toEqual(['1:27 identity.refreshGrace']);
  });

  it('are not said to use unknown names where nothing under the heading could be read', () => {
    const text = base.replace(/upstreams: .*/, 'upstreams: [orders]') + route({});
    expect(placesIn(text)).toEqual(['3:1 upstreams']);
  });

  it('are refused with an id that another has', () => {
    const other = route({ match: '{ methods: [GET], path: /other }' });
    expect(placesIn(base + route({}) + other)).toEqual(['9:9 routes[read].id']);
  });

  it.each([
    ['the same path', '{ methods: [POST, GET], path: /orders/{a} }'],
    ['the same path with other parameter names', '{ methods: [GET], path: "/orders/{b}" }'],
    ['the same host', '{ methods: [GET], path: "/orders/{b}", hosts: [a.example] }'],
  ])('are refused when another takes the same requests: %s', (_, match) => {
    const quoted = match.replace('/orders/{a}', '"/orders/{a}"');
    const first = route({ match: quoted.replace('POST, ', '') });
    const second = route({ id: 'again', match: quoted });
    expect(placesIn(base + first + second)).toEqual([
      expect.stringMatching(/^10:\d+ routes\[again\]\.match\.path$/),
    ]);
  });

  it('are refused where HEAD would show what GET of the path keeps from the caller', () => {
    const guarded = route({ match: '{ methods: [GET], path: "/orders/{a}" }' });
    const free = { public: 'true', auth: undefined, limit: undefined };
    const head = { id: 'head', match: '{ methods: [HEAD], path: "/orders/{b}" }' };
    expect(problemsIn(base + guarded + route({ ...head, ...free }))).toMatchObject([
      { path: 'routes[head].match.methods', actual: expect.stringContaining('that is route `read`') },
    ]);
    expect(problemsIn(base + guarded + route(head))).toEqual([]);
    expect(
      problemsIn(base + route({ ...free, match: '{ methods: [GET], path: "/orders/{a}" }' }) + route(head)),
    ).toEqual([]);
  });

  it.each([
    ['/users/@me', '/users/%40me', '/users/@me'],
    ['/caf\u00e9', '/caf%C3%A9', '/caf%C3%A9'],
  ])('are refused when another takes the same requests in another spelling: %s and %s', (one, two, path) => {
    const first = route({ match: `{ methods: [GET], path: '${one}' }` });
    const second = route({
      id: 'again',
      match: `{ methods: [GET], path: '${two}' }`,
      public: 'true',
      auth: undefined,
    });
    expect(problemsIn(base + first + second)).toMatchObject([
      {
        path: 'routes[again].match.path',
        actual: `GET ${path} (any host), which route \`read\` takes already`,
      },
    ]);
  });

  const spellings = [
    ['/users/me', '/users/ME'],
    ['/users/{id}', '/Users/{name}'],
    ['/users', '/users/'],
    ['/a+b', '/a%20b'],
    ['/caf\u00e9', '/cafe\u0301'],
    ['/@me', '/\uff20me'],
  ] as const;

  it.each(spellings)(
    'are refused when servers take one for the other and they ask different things: %s and %s',
    (one, two) => {
      const first = route({ match: `{ methods: [GET], path: '${one}' }` });
      const second = route({
        id: 'again',
        match: `{ methods: [GET, POST], path: '${two}' }`,
        public: 'true',
        auth: undefined,
      });
      expect(problemsIn(base + first + second)).toMatchObject([
        { path: 'routes[again].match.path', actual: expect.stringMatching(/take for .* of route `read`$/) },
      ]);
    },
  );

  it.each(spellings)('may stand side by side when they ask the same: %s and %s', (one, two) => {
    const first = route({ match: `{ methods: [GET], path: '${one}' }` });
    const second = route({ id: 'again', match: `{ methods: [GET], path: '${two}' }` });
    expect(placesIn(base + first + second)).toEqual([]);
  });

  it('may share a path by method or host', () => {
    const post = route({ id: 'post', match: '{ methods: [POST], path: /orders }' });
    const host = route({ id: 'host', match: '{ methods: [GET], path: /orders, hosts: [a.example] }' });
    expect(placesIn(base + route({}) + post + host)).toEqual([]);
  });

  it('are judged on, when another part has problems', () => {
    const bad = route({ id: 'bad', match: '{ methods: [GET], path: nowhere }' });
    const lost = route({ id: 'lost', match: '{ methods: [GET], path: /lost }', upstream: 'nobody' });
    expect(placesIn(`${base}${bad}${lost}bogus: 1\n`)).toEqual([
      '6:36 routes[bad].match.path',
      '12:15 routes[lost].upstream',
      '13:1 bogus',
    ]);
  });
});
