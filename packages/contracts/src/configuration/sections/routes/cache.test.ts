import { expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function problemsOf(keys: string): readonly string[] {
  const reading = readConfiguration(
    `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - { id: a, match: { methods: [GET, POST], path: /x }, ${keys} }
`,
    { fileName: 'signet.yaml' },
  );
  return reading.ok ? [] : reading.problems.map(({ path: at, message }) => `${at}: ${message}`);
}

it.each([
  ['public: true, upstream: api, cache: { per: everyone }'],
  [
    'auth: { issuer: house }, upstream: api, cache: { per: subject, claims: [claims.tenant], maxBodyBytes: 64KiB }',
  ],
  ['public: true, upstream: api, compress: {}'],
  ['public: true, upstream: api, compress: { types: [text/csv, "application/*+json"], minBytes: 0B }'],
])('takes %s', (keys) => {
  expect(problemsOf(keys)).toEqual([]);
});

it.each([
  ['public: true, upstream: api, cache: {}', 'cache.per'],
  ['public: true, upstream: api, cache: { per: all }', 'cache.per'],
  ['public: true, upstream: api, cache: { per: subject }', 'cache.per'],
  [
    'auth: { issuer: house }, upstream: api, cache: { per: everyone, claims: [claims.tenant] }',
    'cache.claims',
  ],
  ['public: true, upstream: api, cache: { per: everyone, maxBodyBytes: 1GiB }', 'cache.maxBodyBytes'],
  ['public: true, respond: {}, compress: {}', 'compress'],
  ['public: true, upstream: api, compress: { types: ["*/*"] }', 'compress.types'],
  ['public: true, upstream: api, compress: { types: [Text/html] }', 'compress.types'],
  [
    'public: true, upstream: api, compress: { dangerouslyCompressWithCookies: false }',
    'compress.dangerously',
  ],
  ['public: true, respond: {}, cache: { per: everyone }', 'cache'],
])('refuses %s', (keys, at) => {
  expect(problemsOf(keys).join('\n')).toContain(at);
});

it('refuses to keep answers of a route that takes no GET', () => {
  const reading = readConfiguration(
    'upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }\nroutes: [{ id: a, match: { methods: [POST], path: /x }, public: true, upstream: api, cache: { per: everyone } }]\n',
    { fileName: 'signet.yaml' },
  );
  expect(reading.ok ? [] : reading.problems.map(({ path }) => path)).toEqual(['routes[a].cache']);
});
