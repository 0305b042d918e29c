import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Configuration } from './configuration.ts';
import { demoConfiguration } from './demo-configuration.ts';
import { renderConfigurationProblem } from './problems/configuration-problem.ts';
import { readConfiguration } from './read-configuration.ts';

const demo = demoConfiguration({ echoPort: 9001, gatewayOrigin: 'http://localhost:8080' });

function accepted(text: string): Configuration {
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new Error(reading.problems.map(renderConfigurationProblem).join('\n'));
  return reading.configuration;
}

describe('a sound configuration', () => {
  it('is the demo document, comments and all', () => {
    const configuration = accepted(demo);
    expect(configuration.routes.map(({ id, kind }) => [id, kind])).toEqual([
      ['demo', 'protected'],
      ['models', 'protected'],
      ['status', 'public'],
    ]);
    expect(configuration.demo).toEqual({ echoPort: 9001 });
  });

  it('is frozen all the way down', () => {
    const { routes, identity } = accepted(demo);
    expect([routes, routes[0], routes[0]?.match.methods, identity].every(Object.isFrozen)).toBe(true);
  });

  it('gets the defaults for what it does not say', () => {
    const { gateway, identity } = accepted('version: 1');
    expect(identity).toEqual({
      audiences: [],
      accessTokenLifetime: 15 * 60_000,
      refreshTokenLifetime: 7 * 86_400_000,
      sessionLifetime: 30 * 86_400_000,
      refreshGrace: 10_000,
      registration: 'invitation',
      clientRegistration: 'off',
      emailSignIn: false,
      secondFactor: 'optional',
      keys: { rotateEvery: 90 * 86_400_000, publishAhead: 86_400_000, algorithm: 'ES256' },
      providers: {},
    });
    expect(gateway).toMatchObject({ clockSkew: 60_000, maxTokenBytes: 8192, revocationStaleness: 10_000 });
  });

  it('takes the shape that the design shows', () => {
    const { issuers, routes } = accepted(`
identity: { audiences: [https://api.example/orders] }
issuers:
  house: { self: true }
  partner: { discovery: https://login.partner.example, algorithms: [RS256], audience: https://api.example }
  keyed: { jwks: https://k.example/keys, issuer: urn:k, algorithms: [EdDSA], type: at+jwt }
upstreams:
  orders:
    targets: [{ url: http://127.0.0.1:9001/base/, weight: 3 }, { url: http://127.0.0.1:9002 }]
    balance: least-loaded
routes:
  - id: read-order
    match: { methods: [GET], path: '/orders/{id}' }
    auth: { any: [{ issuer: house }, { issuer: partner }], scopes: [orders:read] }
    limit: [{ rate: 100/s, by: claims.sub }, { rate: 1000/m }]
    upstream: orders
    stripPrefix: /orders
`);
    expect(issuers['partner']).toMatchObject({
      issuer: 'https://login.partner.example',
      keys: { from: 'discovery', url: 'https://login.partner.example/.well-known/openid-configuration' },
    });
    expect(issuers['keyed']).toMatchObject({ issuer: 'urn:k', type: 'at+jwt', keys: { from: 'jwks' } });
    expect(routes[0]).toMatchObject({
      auth: {
        accepts: [
          { issuer: 'house', audience: ['https://api.example/orders'] },
          { issuer: 'partner', audience: ['https://api.example'] },
        ],
      },
      limit: [
        { count: 100, per: 1000, by: { kind: 'claim', claim: ['sub'] } },
        { count: 1000, per: 60_000, by: { kind: 'route' } },
      ],
    });
  });

  it('may repeat a block by anchor and alias', () => {
    const { upstreams } = accepted(
      'upstreams:\n  a: &a { targets: [{ url: "http://127.0.0.1:1" }] }\n  b: *a\n',
    );
    expect(upstreams['b']).toEqual(upstreams['a']);
  });
});

describe('any text at all', () => {
  it('is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof readConfiguration(text, { fileName: 'x' }).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });

  it('is read or refused when it is built of the pieces of YAML', () => {
    const piece = fc.constantFrom(
      'routes:',
      'issuers:',
      'a',
      '*a ',
      '&a ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '\n',
      '  ',
      '"',
      '!!set ',
      '<<',
      '|',
      '#',
      '---\n',
      '__proto__',
      '? ',
      '%',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(typeof readConfiguration(pieces.join(''), { fileName: 'x' }).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('is read or refused when it is a sound document with a piece cut out or doubled', () => {
    fc.assert(
      fc.property(fc.nat(demo.length), fc.nat(60), fc.boolean(), (start, length, doubled) => {
        const piece = demo.slice(start, start + length);
        const text = demo.slice(0, start) + (doubled ? piece + piece : '') + demo.slice(start + length);
        expect(typeof readConfiguration(text, { fileName: 'x' }).ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});
