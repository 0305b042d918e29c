import { readConfiguration } from '@signet/contracts';
import type { GatewayPart } from '@signet/gateway';
import { expect, it } from 'vitest';
import { rebuild } from './rebuild.ts';

const text = `identity: { audiences: [https://api.example] }
issuers:
  house: { self: true }
  partner: { discovery: https://partner.example, algorithms: [RS256], audience: https://api.example, clockSkew: 7s }
  handed: { issuer: https://handed.example, algorithms: [HS256], audience: https://api.example, secret: 'env:HANDED' }
  opaque:
    issuer: https://asked.example
    audience: https://api.example
    introspection: { url: 'https://opaque.example/ask', clientId: signet, clientSecret: 'env:OPAQUE' }
machines: { billing: { passwordHash: 'file:/etc/real.hash', scopes: [own], claims: { tenant: acme } } }
mcp: { servers: { real: { url: 'https://real.example/mcp', key: 'env:REAL', dangerouslyTakeUnapprovedTools: true } } }
llm: { providers: { real: { kind: anthropic, key: 'env:REAL' } }, models: { opus: { targets: [{ provider: real, model: opus-1 }] } } }
upstreams:
  api:
    targets: [{ url: 'https://real.example' }]
    health: { path: /health }
    tls: { certificate: 'file:/etc/real.pem', key: 'file:/etc/real.key' }
  next: { targets: [{ url: 'http://real-next.example' }] }
routes:
  - id: both
    match: { methods: [GET], path: /both }
    auth: { issuer: [partner, opaque, handed] }
    limit: [{ rate: 1/s, by: address }, { quota: 5/day, by: address }, { concurrent: 1, by: address }]
    networks: { allow: [10.0.0.0/8] }
    upstream: api
    split: { to: { next: 50% }, by: address }
  - { id: kept, match: { methods: [GET], path: /kept }, public: true, upstream: next, cache: { per: everyone } }
  - { id: models, match: { methods: [POST], path: '/llm/{rest*}' }, stripPrefix: /llm, auth: { issuer: partner }, llm: {} }
  - { id: tools, match: { methods: [POST], path: /mcp/real }, auth: { issuer: partner, audience: https://api.example/mcp/real }, mcp: real }
  - id: checked
    match: { methods: [GET], path: /checked }
    public: true
    check: { url: 'https://real.example/ask', adds: [x-risk], dangerouslyAllowOnFailure: true }
    request: { parameters: [{ in: query, name: a, required: true, schema: { type: string } }] }
    upstream: api
`;

/** Of the form that machines have. */
const hash = `$argon2id$v=19$m=19456,t=2,p=1$${'a'.repeat(22)}$${'b'.repeat(43)}`;

function rebuilt(): GatewayPart {
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  const probe = 'http://127.0.0.1:9';
  return rebuild(reading.configuration, {
    probe,
    published: '{"keys":[]}',
    selfIssuer: 'https://self.example',
    check: 'http://127.0.0.1:8',
    passwordHash: hash,
    granted: { scopes: ['asked'], roles: [], permissions: [] },
  });
}

it('leaves no way to any upstream or issuer, nor to a secret', () => {
  const { routes, machines, llm, mcp, issuers, upstreams } = rebuilt();
  const told = JSON.stringify({ routes, machines, llm, mcp, issuers, upstreams });
  expect(told).not.toMatch(/real|openid-configuration|opaque\.example|HANDED|OPAQUE|health/);
  expect(Object.values(upstreams).map(({ targets }) => targets)).toEqual([
    [{ url: 'http://127.0.0.1:9', weight: 1 }],
    [{ url: 'http://127.0.0.1:9', weight: 1 }],
  ]);
  expect(Object.values(issuers)).toEqual([
    expect.objectContaining({ issuer: 'https://self.example', type: 'at+jwt', algorithms: ['ES256'] }),
    expect.objectContaining({ issuer: 'https://partner.example', clockSkew: 7000, algorithms: ['ES256'] }),
    expect.objectContaining({ issuer: 'https://handed.example', algorithms: ['ES256'] }),
    expect.objectContaining({ issuer: 'https://asked.example', algorithms: ['ES256'] }),
  ]);
});

it('has one password for every machine, which may what the route asks for beside its own', () => {
  expect(rebuilt().machines).toEqual({
    billing: {
      passwordHash: hash,
      scopes: ['own', 'asked'],
      roles: [],
      permissions: [],
      claims: { tenant: 'acme' },
    },
  });
});

it('sets aside what does not hang on the request, and nothing of what is asked of it', () => {
  const { routes } = rebuilt();
  expect(routes).toEqual([
    {
      kind: 'protected',
      id: 'both',
      match: { methods: ['GET'], path: '/both' },
      auth: expect.objectContaining({ accepts: expect.any(Array) }),
      context: { headers: {} },
      limit: [],
      upstream: 'api',
    },
    { kind: 'public', id: 'kept', match: { methods: ['GET'], path: '/kept' }, limit: [], upstream: 'next' },
    {
      kind: 'public',
      id: 'checked',
      match: { methods: ['GET'], path: '/checked' },
      check: {
        url: 'http://127.0.0.1:8',
        timeout: 5000,
        send: { headers: [], claims: [] },
        adds: ['x-risk'],
      },
      limit: [],
      upstream: 'api',
    },
  ]);
});
