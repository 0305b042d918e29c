import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function reading(keys: string, path = '/x') {
  return readConfiguration(
    `identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:1" }] } }
routes:
  - { id: a, match: { methods: [GET, POST], path: ${path} }, ${keys} }
`,
    { fileName: 'signet.yaml' },
  );
}

function problemsOf(keys: string, path?: string): readonly string[] {
  const read = reading(keys, path);
  return read.ok ? [] : read.problems.map(({ path: at, message }) => `${at}: ${message}`);
}

const guarded = (token: string, more = '') =>
  `auth: { issuer: house }, upstream: api, context: { token: ${token} }${more}`;

describe('context.dangerouslyForwardToken', () => {
  const forwarding = 'auth: { issuer: house }, upstream: api, context: { dangerouslyForwardToken: true }';

  it('is taken on a route with a token, and as nothing but `true`', () => {
    expect(problemsOf(forwarding)).toEqual([]);
    expect(problemsOf(forwarding.replace('true', 'false')).join('\n')).toContain(
      'context.dangerouslyForwardToken',
    );
  });

  it.each([
    `${forwarding}, cache: { per: subject }`,
    'public: true, upstream: api, context: { dangerouslyForwardToken: true }',
  ])('has no place in %s', (keys) => {
    expect(problemsOf(keys).join('\n')).toContain('context');
  });
});

describe('context.token', () => {
  it('is sent in `signet-context` for 30 s with the subject alone, unless the route says more', () => {
    const read = reading(guarded('{ audience: orders }'));
    expect(read.ok && read.configuration.routes[0]).toMatchObject({
      context: { token: { header: 'signet-context', audience: 'orders', lifetime: 30_000, claims: [] } },
    });
  });

  it.each([
    '{ audience: orders, header: x-context, lifetime: 5s, claims: [claims.sub, claims.tenant, claims.org.id] }',
    '{ audience: https://orders.example, lifetime: 60s, claims: [claims.scope, claims.roles] }',
  ])('takes %s', (token) => {
    expect(problemsOf(guarded(token))).toEqual([]);
  });

  it.each([
    ['no audience', '{}', 'context.token.audience'],
    ['a life of more than a minute', '{ audience: a, lifetime: 61s }', 'context.token.lifetime'],
    ['a life of no second', '{ audience: a, lifetime: 0s }', 'context.token.lifetime'],
    ['a header that HTTP uses', '{ audience: a, header: authorization }', 'context.token.header'],
    ['another header of ours', '{ audience: a, header: signet-reference }', 'context.token.header'],
    ['a header with a twin', '{ audience: a, header: x_context }', 'context.token.header'],
    ['a claim of the gateway', '{ audience: a, claims: [claims.target] }', 'context.token.claims[0]'],
    ['a claim within one', '{ audience: a, claims: [claims.cnf.jkt] }', 'context.token.claims[0]'],
    ['what is no claim', '{ audience: a, claims: [sub] }', 'context.token.claims[0]'],
    [
      'a claim and a part of it',
      '{ audience: a, claims: [claims.org.id, claims.org] }',
      'context.token.claims',
    ],
    ['an unknown key', '{ audience: a, algorithm: none }', 'context.token.algorithm'],
  ])('refuses %s', (_, token, at) => {
    expect(problemsOf(guarded(token)).join('\n')).toContain(at);
  });

  it('refuses kept answers beside it, which would answer other requests', () => {
    const problems = problemsOf(guarded('{ audience: a }', ', cache: { per: subject }')).join('\n');
    expect(problems).toContain('no `context.token` beside `cache`');
  });

  it('refuses a claim in its header', () => {
    const keys =
      'auth: { issuer: house }, upstream: api, context: { headers: { x-c: claims.sub }, token: { audience: a, header: x-c } }';
    expect(problemsOf(keys).join('\n')).toContain('headers that `context.token` does not fill');
  });

  it.each([
    'dangerouslyAllowIdentityHeaders: [x-c]',
    'transform: { headers: { set: { x-c: mine } } }',
    'transform: { headers: { remove: [x-c] } }',
  ])('lets nobody else fill or take its header: %s', (more) => {
    expect(problemsOf(guarded('{ audience: a, header: x-c }', `, ${more}`)).join('\n')).toContain(
      'which route `a` fills',
    );
  });

  it.each(['public: true, upstream: api', 'auth: { issuer: house }, respond: {}'])(
    'has no place on a route of %s',
    (keys) => {
      expect(problemsOf(`${keys}, context: { token: { audience: a } }`).join('\n')).toContain('context');
    },
  );

  it.each(['/.well-known/signet-context/jwks.json', "'/.well-known/signet-context/{rest*}'"])(
    'leaves %s to the gateway, whose keys stand there',
    (path) => {
      expect(problemsOf('public: true, upstream: api', path).join('\n')).toContain('publishes the keys');
    },
  );
});
