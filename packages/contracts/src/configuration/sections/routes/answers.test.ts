import { expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function problemsOf(keys: string, path = '/x/{id}'): readonly string[] {
  const reading = readConfiguration(
    `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - { id: a, match: { methods: [GET], path: '${path}' }, public: true, ${keys} }
`,
    { fileName: 'signet.yaml' },
  );
  return reading.ok ? [] : reading.problems.map(({ path: at, message }) => `${at}: ${message}`);
}

it.each([
  ['redirect: { to: "/y/{id}" }'],
  ['redirect: { to: "https://new.example:8443/{id}/", status: 301, keepQuery: true }'],
  ['redirect: { to: "https://new.example/" }'],
  ['respond: {}'],
  ['respond: { status: 503, headers: { retry-after: "60" }, body: later }'],
  ['upstream: api, cors: { origins: ["*"] }'],
  ['upstream: api, cors: { origins: ["https://*.app.example:8443"], credentials: true }'],
])('takes %s', (keys) => {
  expect(problemsOf(keys)).toEqual([]);
});

it.each([
  ['redirect: { to: "//evil.example/{id}" }', 'redirect.to'],
  ['redirect: { to: "https://{id}/x" }', 'redirect.to'],
  ['redirect: { to: "https://{id}.example/x" }', 'redirect.to'],
  ['redirect: { to: "javascript:alert(1)" }', 'redirect.to'],
  ['redirect: { to: "/\\\\evil.example" }', 'redirect.to'],
  ['redirect: { to: "/a/../b" }', 'redirect.to'],
  ['redirect: { to: "/y/{other}" }', 'redirect.to'],
  ['redirect: { to: "/y", status: 200 }', 'redirect.status'],
  ['redirect: { to: "/y" }, upstream: api', 'routes[a]'],
  ['redirect: { to: "/y" }, respond: {}', 'routes[a]'],
  ['respond: {}, websocket: true', 'websocket'],
  ['respond: { status: 100 }', 'respond.status'],
  ['respond: { status: 204, body: x }', 'respond'],
  ['respond: { headers: { content-length: "3" } }', 'content-length'],
  ['respond: { headers: { set-cookie: a=b } }', 'set-cookie'],
  ['respond: { headers: { transfer-encoding: chunked } }', 'transfer-encoding'],
  ['respond: { headers: { signet-reference: x } }', 'signet-reference'],
  ['respond: { headers: { x-a: "a\\r\\nb: c" } }', 'x-a'],
  ['upstream: api, cors: { origins: ["*"], credentials: true }', 'cors.credentials'],
  ['upstream: api, cors: { origins: ["*", https://a.example] }', 'cors.origins'],
  ['upstream: api, cors: { origins: [https://a.example/] }', 'cors.origins'],
  ['upstream: api, cors: { origins: [https://A.example] }', 'cors.origins'],
  ['upstream: api, cors: { origins: ["https://*"] }', 'cors.origins'],
  ['upstream: api, cors: { origins: ["https://*.com"] }', 'cors.origins'],
  ['upstream: api, cors: { origins: ["null"] }', 'cors.origins'],
  ['upstream: api, securityHeaders: {}', 'securityHeaders'],
  ['upstream: api, securityHeaders: { csp: "a\\nb" }', 'securityHeaders.csp'],
])('refuses %s', (keys, at) => {
  expect(problemsOf(keys).join('\n')).toContain(at);
});

it.each([
  ['transform: { headers: { set: { content-length: "1" } } }', 'content-length'],
  ['transform: { headers: { set: { transfer-encoding: chunked } } }', 'transfer-encoding'],
  ['transform: { headers: { add: { connection: close } } }', 'connection'],
  ['transform: { headers: { set: { host: evil } } }', 'host'],
  ['transform: { headers: { set: { authorization: x } } }', 'authorization'],
  ['transform: { headers: { set: { x-forwarded-for: x } } }', 'x-forwarded-for'],
  ['transform: { headers: { set: { signet-reference: x } } }', 'signet-reference'],
  ['transform: { headers: { remove: [via] } }', 'remove'],
  ['transform: { headers: { set: { x-a: "a\\r\\nb" } } }', 'x-a'],
  ['transform: { headers: { set: { x-a: "{claims.sub}" } } }', 'no claims on a public route'],
  ['transform: { headers: { set: { x-a: "{path.other}" } } }', '{path.id}'],
  ['transform: { headers: { set: { x-a: "{env.HOME}" } } }', 'x-a'],
  ['transform: { headers: { set: { x-a: "{claims.constructor}" } } }', 'x-a'],
  ['transform: { headers: { set: { x-a: "{" } } }', 'x-a'],
  ['transform: { path: "/v2/{other}" }', '{id}'],
  ['transform: { path: "/v2/../{id}" }', 'transform.path'],
  ['transform: { path: "/v2" }, stripPrefix: /x', 'transform.path'],
  ['transform: { answer: { set: { content-length: "3" } } }', 'content-length'],
  ['transform: { answer: { add: { set-cookie: a=b } } }', 'set-cookie'],
  ['transform: {}', 'transform'],
])('refuses %s', (keys, told) => {
  expect(problemsOf(`upstream: api, ${keys}`).join('\n')).toContain(told);
});

it('lets no route change a header that another fills from the token', () => {
  const reading = readConfiguration(
    `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - { id: a, match: { methods: [GET], path: /a }, auth: { issuer: house }, context: { headers: { x-user: claims.sub } }, upstream: api }
  - { id: b, match: { methods: [GET], path: /b }, public: true, upstream: api, transform: { headers: { set: { x-user: admin } } } }
`,
    { fileName: 'signet.yaml' },
  );
  expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual([
    'routes[b].transform.headers.set.x-user',
  ]);
});

it.each([
  ['split: { to: { next: 5% } }', 'split.to.next'],
  ['split: { to: { api: 60%, other: 41% } }', 'together at most 100%'],
  ["split: { when: [{ by: headers.x-canary, is: 'yes', to: next }] }", 'split.when[0].to'],
  ["split: { when: [{ by: headers.x-canary, is: 'yes', to: api }] }", 'another upstream'],
  ["split: { when: [{ by: headers.connection, is: 'yes', to: other }] }", 'headers.x-canary'],
  ["split: { when: [{ by: claims.tier, is: 'x', to: other }] }", 'on a public route'],
  ['split: { by: address }', '`when`, or both'],
  ['split: { to: {} }', 'together at most 100%'],
  ['split: { to: { api: 5% } }', 'another upstream'],
  ['split: { to: { api: 0.5 } }', 'a share'],
  ['split: { to: { api: 5% }, by: claims.sub }', 'split.by'],
  ['split: { to: { api: 5% }, by: route }', 'split.by'],
])('refuses %s', (keys, told) => {
  expect(problemsOf(`upstream: api, ${keys}`).join('\n')).toContain(told);
});
