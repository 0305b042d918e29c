import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function read(condition: string): ReturnType<typeof readConfiguration> {
  const text = `version: 1
identity: { audiences: [https://api.example] }
issuers:
  house: { self: true }
upstreams:
  api: { targets: [{ url: http://127.0.0.1:1 }] }
routes:
  - id: orders
    match: { methods: [GET], path: '/orders/{tenant}' }
    upstream: api
    auth:
      issuer: house
      audience: https://api.example
      ${condition}
`;
  return readConfiguration(text, { fileName: 'signet.yaml' });
}

function problem(condition: string): string {
  const reading = read(condition);
  return reading.ok
    ? 'none'
    : reading.problems.map(({ line, path, message }) => `${line} ${path} ${message}`).join('\n');
}

describe('the conditions of a route', () => {
  it('are one text, or several by name', () => {
    const one = read('condition: claims.tenant == path.tenant');
    expect(one.ok && one.configuration.routes[0]).toMatchObject({
      auth: { conditions: [{ name: 'condition', text: 'claims.tenant == path.tenant' }] },
    });
    const two = read(
      "condition: { own: 'claims.tenant == path.tenant', read-only: \"request.method == 'GET'\" }",
    );
    expect(two.ok && two.configuration.routes[0]).toMatchObject({
      auth: { conditions: [{ name: 'own' }, { name: 'read-only' }] },
    });
  });

  it('are refused with their line, what is wrong, and where in the text', () => {
    expect(problem('condition: claims.tenant == path.tennant')).toMatch(
      /^14 routes\[orders\]\.auth\.condition Found .*No such key: tennant, at character 23/,
    );
    const named = "condition:\n        fine: 'true'\n        wrong: claims.tenant ==";
    expect(problem(named)).toMatch(/^16 routes\[orders\]\.auth\.condition\.wrong Found/);
  });

  it.each([
    ['an empty text', "condition: ''"],
    ['no condition', 'condition: {}'],
    ['a list', "condition: ['true']"],
    ['a number', 'condition: 7'],
    ['a name in capitals', "condition: { Own: 'true' }"],
    ['the name of one without a name', "condition: { condition: 'true' }"],
    ['more than eight', `condition: { ${Array.from({ length: 9 }, (_, n) => `c${n}: 'true'`).join(', ')} }`],
    ['a text without end', `condition: "${'x'.repeat(1025)}"`],
  ])('are refused as %s', (_, condition) => {
    expect(problem(condition)).toMatch(/^1[45] routes\[orders\]\.auth\.condition/);
  });
});
