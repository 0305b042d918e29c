import { expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const head = `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
`;

function read(text: string) {
  return readConfiguration(head + text, { fileName: 'signet.yaml' });
}

function problemsIn(text: string): readonly string[] {
  const reading = read(text);
  return reading.ok ? [] : reading.problems.map(({ line, path, actual }) => `${line} ${path}: ${actual}`);
}

const match = (path: string, more = '') => `match: { methods: [GET], path: ${path}${more} }`;

it('gives a route the keys of the policies that it uses, and of defaults what neither says', () => {
  const reading = read(`policies:
  readers: { auth: { issuer: house, scopes: [read] }, context: { headers: { x-user-id: claims.sub } } }
  slow: { limit: [{ rate: 1/s }] }
defaults: { upstream: api, auth: { issuer: house, scopes: [all] }, limit: [{ rate: 9/s }] }
routes:
  - { id: one, ${match('/one')}, use: [readers, slow] }
  - { id: two, ${match('/two')} }
  - { id: open, ${match('/open')}, public: true, limit: [] }
`);
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  const told = reading.configuration.routes.map((route) => [
    route.upstream,
    route.kind === 'protected' ? [route.auth.scopes, route.auth.accepts[0]?.audience] : 'public',
    route.limit.map(({ count }) => count),
  ]);
  expect(told).toEqual([
    ['api', [['read'], ['https://api.example']], [1]],
    ['api', [['all'], ['https://api.example']], [9]],
    ['api', 'public', []],
  ]);
});

it.each([
  ['a name that no policy has', '', 'use: [reader]', '6 routes[one].use[0]: `reader`'],
  [
    'a key of the route and a policy',
    '',
    'use: [readers], auth: { issuer: house }',
    '6 routes[one].use[0]: `readers`, which says `auth` as the route itself does',
  ],
  [
    'a key of two policies',
    '',
    'use: [readers, writers]',
    '6 routes[one].use[1]: `writers`, which says `auth` as the policy `readers` does',
  ],
  ['a public route with a policy that asks for a token', '', 'public: true, use: [readers]', '6 routes[one]'],
  ['what opens routes to everyone', ', open: { public: true }', 'use: [readers]', '4 policies.open'],
])('refuses %s', (_, policies, keys, problem) => {
  const found =
    problemsIn(`policies: { readers: { auth: { issuer: house } }, writers: { auth: { issuer: house } }${policies} }
routes:
  - { id: one, ${match('/one')}, upstream: api, ${keys} }
`);
  expect(found.join('\n')).toContain(problem);
});

it('says what is wrong in a policy once, where it stands, however many routes use it', () => {
  const routes = ['a', 'b', 'c'].map(
    (id) => `  - { id: ${id}, ${match(`/${id}`)}, use: bad, upstream: api }\n`,
  );
  expect(
    problemsIn(`policies:
  bad: { auth: { issuer: hause } }
routes:
${routes.join('')}`),
  ).toEqual(['5 policies.bad.auth.issuer: `hause`']);
});

it('lets no default open a route, nor leave one without', () => {
  expect(problemsIn(`defaults: { public: true }\nroutes: []`)[0]).toContain('4 defaults');
  expect(problemsIn(`routes: [{ id: a, ${match('/a')}, upstream: api }]`)[0]).toContain('4 routes[a]');
});

it.each([
  [
    'values that one request can have both of',
    [', headers: { x-a: "1" }', ', headers: { x-b: "1" }'],
    'beside those of route `r0`',
  ],
  ['the same values', [', query: { v: "1" }', ', query: { v: "1" }'], 'which route `r0` takes already'],
])('refuses routes of one path with %s, and names both', (_, selectors, problem) => {
  const routes = selectors.map(
    (more, index) => `  - { id: r${index}, ${match('/x', more)}, public: true, upstream: api }\n`,
  );
  expect(problemsIn(`routes:\n${routes.join('')}`)).toEqual([expect.stringContaining(problem)]);
  expect(problemsIn(`routes:\n${routes.join('')}`)[0]).toContain('routes[r1]');
});

it('takes routes of one path whose values exclude each other, or of which one asks for more', () => {
  const selectors = [
    '',
    ', headers: { x-a: "1" }',
    ', headers: { x-a: "2" }',
    ', headers: { x-a: "1", x-b: "1" }',
  ];
  const routes = selectors.map(
    (more, index) => `  - { id: r${index}, ${match('/x', more)}, public: true, upstream: api }\n`,
  );
  expect(problemsIn(`routes:\n${routes.join('')}`)).toEqual([]);
});

it('refuses a HEAD that no request could reach, and names whose GETs are in its way', () => {
  const found = problemsIn(`routes:
  - { id: files, match: { methods: [GET], path: '/files/{rest*}' }, auth: { issuer: house }, upstream: api }
  - { id: peek, match: { methods: [HEAD], path: '/files/{name}' }, public: true, upstream: api }
`);
  expect(found).toEqual([expect.stringContaining('route `peek`, which no request could reach')]);
  expect(found[0]).toContain('route `files`');
});

it.each(['*.example.com', 'a.example'])('takes the host %s', (host) => {
  expect(
    problemsIn(`routes: [{ id: a, ${match('/a', `, hosts: ["${host}"]`)}, public: true, upstream: api }]`),
  ).toEqual([]);
});

it.each(['*', '*.com', '*.*.example', 'a.*.example', '*example.com'])('refuses the host %s', (host) => {
  expect(
    problemsIn(`routes: [{ id: a, ${match('/a', `, hosts: ["${host}"]`)}, public: true, upstream: api }]`),
  ).not.toEqual([]);
});
