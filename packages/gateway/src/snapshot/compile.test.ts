import { type Configuration, issuingAlgorithms, readConfiguration } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { compileSnapshot } from './compile.ts';

const text = `version: 1
identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: http://127.0.0.1:1 }] } }
routes:
  - id: one
    match: { methods: [GET], path: /one }
    auth: { issuer: house, audience: https://api.example }
    context: { headers: { x-who: claims.sub } }
    upstream: api
`;

function configuration(): Configuration {
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError('The configuration has errors');
  return reading.configuration;
}

const compile = (change: (configuration: Configuration) => Configuration) => () =>
  compileSnapshot(change(configuration()), { selfIssuer: 'https://id.example' });

const telling = (header: string) => ({
  ...{ url: 'https://policy.example', timeout: 500, adds: [] },
  send: { headers: [header], claims: [] },
});

const emptySet = { kind: 'anyOf', at: 'anyOf', parts: [] };

describe('compileSnapshot', () => {
  it('takes self for the issuer that runs beside the gateway, with its discovery, algorithm and type', () => {
    const snapshot = compile((same) => same)();
    expect(Object.isFrozen(snapshot)).toBe(true);
    expect(snapshot.issuers.get('house')).toEqual({
      name: 'house',
      issuer: 'https://id.example',
      keys: {
        from: 'discovery',
        url: 'https://id.example/.well-known/openid-configuration',
        allowInsecure: false,
      },
      algorithms: issuingAlgorithms,
      type: 'at+jwt',
      sharesSecrets: true,
    });
  });

  it.each<[string, (configuration: Configuration) => Configuration]>([
    ['an unknown issuer', (whole) => ({ ...whole, issuers: {} })],
    ['an unknown upstream', (whole) => ({ ...whole, upstreams: {} })],
    ['the same route twice', (whole) => ({ ...whole, routes: [...whole.routes, ...whole.routes] })],
    ['no issuer at all', (whole) => withAuth(whole, { accepts: [] })],
    [
      'API keys that are made for nobody knows what',
      (whole) => withAuth(whole, { apiKey: { header: 'x-api-key', audience: [] } }),
    ],
    [
      'API keys in a header that is dropped before it could be read',
      (whole) => withAuth(whole, { apiKey: { header: 'x-who', audience: ['https://api.example'] } }),
    ],
    ['a machine that there is not', (whole) => withAuth(whole, { basic: ['billing'] })],
    [
      'a check that is told of a header which a route fills',
      (whole) => ({ ...whole, routes: whole.routes.map((route) => ({ ...route, check: telling('x-who') })) }),
    ],
    ['no audience at all', (whole) => withAuth(whole, { accepts: [{ issuer: 'house', audience: [] }] })],
    ['an issuer without an audience beside one that has one', (whole) => withTwin(whole, [])],
    [
      'a token in a header that is dropped',
      (whole) => withAuth(whole, { tokenHeader: 'x-auth-request-user' }),
    ],
    ['a token in a header that a route fills', (whole) => withAuth(whole, { tokenHeader: 'x-who' })],
    ['a set of requirements without any', (whole) => withAuth(whole, { demands: [emptySet] })],
    ['one issuer under two names', (whole) => withTwin(whole, ['https://other.example'])],
  ])('refuses %s rather than leave a route open', (_, change) => {
    expect(compile(change)).toThrow(expect.objectContaining({ code: 'configuration_invalid' }));
  });
});

/** A second entry for our own issuer, whose tokens are accepted for another audience. */
function withTwin(whole: Configuration, audience: readonly string[]): Configuration {
  const twin = {
    kind: 'remote',
    issuer: 'https://id.example',
    keys: { from: 'jwks', url: 'https://keys.example/jwks' },
    algorithms: ['ES256'],
    dangerouslyAllowInsecureKeys: false,
  } as const;
  const accepts = [
    { issuer: 'house', audience: ['https://api.example'] },
    { issuer: 'twin', audience },
  ];
  return withAuth({ ...whole, issuers: { ...whole.issuers, twin } }, { accepts });
}

function withAuth(whole: Configuration, auth: object): Configuration {
  const routes = whole.routes.map((route) =>
    route.kind === 'protected' ? { ...route, auth: { ...route.auth, ...auth } } : route,
  );
  return { ...whole, routes };
}
