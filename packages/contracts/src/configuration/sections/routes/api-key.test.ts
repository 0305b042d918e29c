import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function read(auth: string) {
  const text = `version: 1
identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { orders: { targets: [{ url: "http://127.0.0.1:9001" }] } }
routes:
  - { id: read, match: { methods: [GET], path: /orders }, auth: ${auth}, upstream: orders }
`;
  return readConfiguration(text, { fileName: 'signet.yaml' });
}

function authOf(auth: string) {
  const reading = read(auth);
  if (!reading.ok) throw new TypeError(reading.problems.map(({ message }) => message).join('\n'));
  const [route] = reading.configuration.routes;
  return route?.kind === 'protected' ? route.auth : undefined;
}

const problemsIn = (auth: string) => {
  const reading = read(auth);
  return reading.ok ? [] : reading.problems;
};

describe('apiKey of a route', () => {
  it('stands beside an issuer or alone, and is for the audience of the route', () => {
    const header = { header: 'x-api-key' };
    expect(
      authOf('{ issuer: house, audience: https://a.example, apiKey: { header: x-api-key } }'),
    ).toMatchObject({
      accepts: [{ issuer: 'house', audience: ['https://a.example'] }],
      apiKey: { ...header, audience: ['https://a.example'] },
    });
    expect(authOf('{ audience: https://a.example, apiKey: { header: x-api-key } }')).toMatchObject({
      accepts: [],
      apiKey: { ...header, audience: ['https://a.example'] },
    });
  });

  it('may be for another audience than tokens are', () => {
    const auth = authOf('{ issuer: house, apiKey: { header: x-api-key, audience: [https://k.example] } }');
    expect(auth?.accepts).toEqual([{ issuer: 'house', audience: ['https://api.example'] }]);
    expect(auth?.apiKey?.audience).toEqual(['https://k.example']);
  });

  it('comes from the query by a loud name alone', () => {
    const auth = authOf('{ audience: https://a.example, apiKey: { dangerouslyFromQuery: key } }');
    expect(auth?.apiKey).toEqual({ parameter: 'key', audience: ['https://a.example'] });
    expect(problemsIn('{ audience: https://a.example, apiKey: { query: key } }')).toContainEqual(
      expect.objectContaining({ actual: 'the unknown key `query`' }),
    );
  });

  it.each([
    [
      'no audience, which would open it to keys for other APIs',
      '{ issuer: house, apiKey: { header: x-api-key } }',
      'an `audience` for the keys',
    ],
    ['no place', '{ audience: https://a.example, apiKey: {} }', '`header: NAME`'],
    ['a word in its place', '{ audience: https://a.example, apiKey: x-api-key }', 'keys and values'],
    [
      'a header that HTTP uses',
      '{ audience: https://a.example, apiKey: { header: authorization } }',
      'none that HTTP or Signet uses',
    ],
    [
      'the header of the token',
      '{ issuer: house, audience: https://a.example, credentials: [{ header: x-k }], apiKey: { header: x-k } }',
      'another header',
    ],
    [
      'the parameter of the token',
      '{ issuer: house, audience: https://a.example, credentials: [{ dangerouslyFromQuery: k }], apiKey: { dangerouslyFromQuery: k } }',
      'another parameter',
    ],
    [
      'a sign-in of keys alone',
      '{ audience: https://a.example, apiKey: { header: x-k }, acr: "2" }',
      'no sign-in',
    ],
    [
      'a recent sign-in of keys alone',
      '{ audience: https://a.example, apiKey: { header: x-k }, maxAge: 5m }',
      'no sign-in',
    ],
    [
      'two ways to say whose tokens',
      '{ issuer: house, any: [{ issuer: house }], audience: https://a.example, apiKey: { header: x-k } }',
      'exactly one of',
    ],
    ['nothing at all', '{ audience: https://a.example }', 'exactly one of'],
  ])('is refused with %s', (_, auth, expected) => {
    expect(problemsIn(auth)).toMatchObject([{ expected: expect.stringContaining(expected) }]);
  });
});
