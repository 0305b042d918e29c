import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function problemsIn(auth: string, nodesApart = false): readonly { path: string; expected: string }[] {
  const text = `version: 1
identity: { audiences: [https://api.example] }
issuers: { house: { self: true } }
upstreams: { orders: { targets: [{ url: "http://127.0.0.1:9001" }] } }
routes:
  - { id: pay, match: { methods: [POST], path: /pay }, auth: ${auth}, upstream: orders }
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml', nodesApart });
  return reading.ok ? [] : reading.problems.map(({ path, expected }) => ({ path, expected }));
}

describe('replay of a route', () => {
  it('is once, or is not said', () => {
    expect(problemsIn('{ issuer: house, replay: once }')).toEqual([]);
    for (const wrong of ['never', 'true', '1'])
      expect(problemsIn(`{ issuer: house, replay: ${wrong} }`)).toMatchObject([
        { path: 'routes[pay].auth.replay' },
      ]);
  });

  it.each([
    ['API keys', '{ issuer: house, audience: https://a.example, apiKey: { header: x-key }, replay: once }'],
    ['requests without a token', '{ issuer: house, optional: true, replay: once }'],
  ])('stands beside no %s', (_, auth) => {
    expect(problemsIn(auth)).toMatchObject([{ path: 'routes[pay].auth.replay' }]);
  });

  it('needs a Redis where nodes share a database', () => {
    expect(problemsIn('{ issuer: house, replay: once }', true)).toMatchObject([
      { path: 'routes[pay].auth.replay', expected: expect.stringContaining('a Redis') },
    ]);
    expect(problemsIn('{ issuer: house }', true)).toEqual([]);
  });
});
