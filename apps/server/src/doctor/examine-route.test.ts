import { type Configuration, readConfiguration, systemClocks } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { type Examination, examineRoute } from './examine-route.ts';

const selfIssuer = 'https://signet.example';

function configured(route: string): Configuration {
  const text = `version: 1
identity: { audiences: [https://api.example] }
issuers:
  house: { self: true }
  partner: { audience: https://p-api.example, discovery: https://p.example, algorithms: [RS256], type: JWT, requiredClaims: [tenant, azp], maxLifetime: 1m }
  opaque:
    issuer: https://o.example
    audience: https://api.example
    introspection: { url: 'https://o.example/introspect', clientId: signet, clientSecret: 'env:OPAQUE' }
machines:
  billing: { passwordHash: 'env:NOBODY_READS_THIS', claims: { tenant: doctor } }
  export: { passwordHash: 'env:NOBODY_READS_THIS' }
upstreams: { api: { targets: [{ url: 'http://127.0.0.1:1' }] }, other: { targets: [{ url: 'http://127.0.0.1:2' }] } }
routes:
  - id: looked-at
    match: { methods: [GET, POST], path: '/orders/{tenant}/{rest*}', hosts: ['*.api.example'] }
    upstream: api
    ${route}
  - id: beside
    match: { methods: [GET], path: '/beside' }
    auth: { issuer: house }
    context: { headers: { x-team: claims.team } }
    upstream: other
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  return reading.configuration;
}

function examined(route: string, claims?: Readonly<Record<string, unknown>>): Promise<Examination> {
  const configuration = configured(route);
  const [looked] = configuration.routes;
  if (looked === undefined) throw new TypeError('No route');
  const given = claims === undefined ? {} : { claims };
  return examineRoute({ configuration, route: looked, selfIssuer, clocks: systemClocks, ...given });
}

/** What of it is not as it is to be, in one line each. */
function amiss({ findings }: Examination): readonly string[] {
  return findings
    .filter(({ verdict }) => verdict !== 'held')
    .map(({ id, verdict, got }) => `${id} ${verdict}: ${got}`);
}

function gotOf({ findings }: Examination, id: string): string | undefined {
  return findings.find((each) => each.id === id)?.got;
}

const context = '\n    context: { headers: { x-user-id: claims.sub } }';

describe('crooked requests through a route', () => {
  it('with tokens are refused or cleaned, each in its way', async () => {
    const told = await examined(
      `auth: { issuer: house, scopes: [read], anyOf: [{ scopes: [a, b] }, { roles: [clerk] }], acr: '2', maxAge: 10m }${context}`,
    );
    expect(amiss(told)).toEqual([]);
    expect(told.ok).toBe(true);
    expect(told.findings.length).toBeGreaterThan(40);
    expect(gotOf(told, 'token:stale')).toBe('401 token_expired');
    expect(gotOf(told, 'token:revoked')).toBe('401 token_revoked');
    expect(gotOf(told, 'token:tampered')).toBe('401 signature_invalid');
    expect(gotOf(told, 'token:alg-none')).toBe('401 alg_none');
    expect(gotOf(told, 'token:two')).toMatch(/ token_ambiguous$/);
    expect(gotOf(told, 'token:query')).toMatch(/ token_in_query$/);
    expect(gotOf(told, 'path:escaped-slash')).toBe('400 path_not_canonical');
    expect(gotOf(told, 'framing:two-hosts')).toBe('400 request_malformed');
    expect(gotOf(told, 'context:x_user_id')).toBe('without it at the upstream');
    expect(gotOf(told, 'context:x-team')).toBe('without it at the upstream');
    expect(gotOf(told, 'context-listed:x-user-id')).toBe('400 request_malformed');
    expect(gotOf(told, 'header:x-forwarded-for')).toBe('without it at the upstream');
  });

  it.each([
    ['of an issuer with wishes of its own', 'auth: { issuer: partner }'],
    ['of an issuer that is asked about its tokens', 'auth: { issuer: opaque }'],
    ['each of which counts once', 'auth: { issuer: house, replay: once }'],
    ['which may be in the cookie', 'auth: { issuer: house, credentials: [cookie] }'],
  ])('with tokens %s as well', async (_, route) => {
    expect(amiss(await examined(route))).toEqual([]);
  });

  it('that is open to everyone are held to all but tokens', async () => {
    const told = await examined('public: true');
    expect(amiss(told)).toEqual([]);
    expect(told.findings.filter(({ id }) => id.startsWith('token:'))).toEqual([]);
  });

  it('with API keys are refused where the key is missing, unknown, double or beside a token', async () => {
    const told = await examined('auth: { apiKey: { header: x-api-key, audience: https://api.example } }');
    expect(amiss(told)).toEqual([]);
    expect(gotOf(told, 'key:unknown')).toMatch(/ api_key_unknown$/);
    expect(gotOf(told, 'key:revoked')).toBe('401 api_key_revoked');
    expect(gotOf(told, 'key:two')).toMatch(/ token_ambiguous$/);
  });

  it('with the passwords of machines are refused where one is missing, wrong, double, of another or of a page', async () => {
    const told = await examined(
      'auth: { basic: [billing], scopes: [write], condition: claims.tenant == path.tenant }',
    );
    expect(amiss(told)).toEqual([]);
    expect(gotOf(told, 'password:none')).toBe('401 token_missing');
    expect(gotOf(told, 'password:wrong')).toBe('401 credentials_invalid');
    expect(gotOf(told, 'password:unknown')).toBe('401 credentials_invalid');
    expect(gotOf(told, 'password:other-machine')).toBe('401 credentials_invalid');
    expect(gotOf(told, 'password:two')).toBe('400 token_ambiguous');
    expect(gotOf(told, 'password:beside-token')).toBe('400 token_ambiguous');
    expect(gotOf(told, 'password:page')).toBe('403 origin_not_allowed');
    expect(gotOf(told, 'password:handed-on')).toBe('without it at the upstream');
  });

  it('with passwords beside tokens and keys are sent in each way', async () => {
    const told = await examined(
      'auth: { issuer: house, basic: true, apiKey: { header: x-api-key, audience: https://api.example } }',
    );
    expect(amiss(told)).toEqual([]);
    const kinds = new Set(told.findings.map(({ id }) => id.replace(/:.*/, '')));
    for (const kind of ['token', 'key', 'password']) expect(kinds).toContain(kind);
  });

  it('ask no check, and find whether clients can say what it adds or what the gateway signs', async () => {
    const told = await examined(
      `auth: { issuer: house }
    context: { token: { audience: orders } }
    check: { url: 'https://check.invalid/ask', adds: [x-risk] }
    request: { parameters: [{ in: query, name: a, required: true, schema: { type: string } }] }`,
    );
    expect(amiss(told)).toEqual([]);
    expect(gotOf(told, 'context:x-risk')).toBe('without it at the upstream');
    expect(gotOf(told, 'context:x_risk')).toBe('without it at the upstream');
    expect(gotOf(told, 'context:signet-context')).toBe('without it at the upstream');
    expect(told.notLookedAt).toContain('what the check of the route would say');
    expect(told.notLookedAt).toContain('what the route says of parameters and bodies');
  });

  it('are told as allowed where the file lets them through', async () => {
    const told = await examined(
      'auth: { issuer: house, optional: true }\n    dangerouslyAllowIdentityHeaders: [remote-user, x-trino-user]',
    );
    expect(told.ok).toBe(true);
    expect(told.findings.filter(({ verdict }) => verdict !== 'held')).toMatchObject([
      { id: 'header:remote-user', verdict: 'allowed' },
      { id: 'header:x-trino-user', verdict: 'allowed' },
      { id: 'token:none', verdict: 'allowed' },
    ]);
  });

  it('reach no upstream of the configuration, whatever limits and networks it has', async () => {
    const told = await examined(
      `auth: { issuer: house }
    limit: [{ rate: 1/s, by: address }]
    networks: { allow: [10.0.0.0/8] }`,
    );
    expect(amiss(told)).toEqual([]);
    expect(told.notLookedAt).toContain('networks');
  });
});

it('says nothing of a route that an ordinary request does not pass, but what its token lacks', async () => {
  const route = 'auth: { issuer: house, condition: { own: claims.tenant == path.tenant } }';
  const told = await examined(route);
  expect(told.ok).toBe(false);
  expect(told.findings).toMatchObject([
    {
      id: 'ordinary',
      verdict: 'unclear',
      got: '403 condition_not_met',
      fix: expect.stringContaining('--claims'),
    },
  ]);
  expect(amiss(await examined(route, { tenant: 'doctor' }))).toEqual([]);
});
