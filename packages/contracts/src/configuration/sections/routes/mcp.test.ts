import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

function problemsOf(...routes: readonly string[]): readonly string[] {
  const text = `version: 1
issuers: { house: { self: true } }
mcp:
  servers:
    files: { url: https://files.example/mcp, dangerouslyTakeUnapprovedTools: true }
routes:
${routes.map((route, at) => `  - { id: tools-${at}, ${route} }`).join('\n')}
`;
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  return reading.ok ? [] : reading.problems.map(({ expected }) => expected);
}

const match = 'match: { methods: [POST, GET, DELETE], path: /mcp/files }';
const auth = 'auth: { issuer: house, audience: https://api.example/mcp/files }';

describe('a route that asks a server of tools', () => {
  it('may be at the address for which tokens are made', () => {
    expect(problemsOf(`${match}, ${auth}, mcp: files`)).toEqual([]);
    const here = 'auth: { issuer: house, audience: "http://127.0.0.1:8080/mcp/files" }';
    expect(problemsOf(`${match}, ${here}, mcp: files`)).toEqual([]);
  });

  it.each([
    ['is open to everyone', `${match}, public: true, mcp: files`, 'act for somebody'],
    ['has a server that there is not', `${match}, ${auth}, mcp: flies`, 'mcp.servers'],
    [
      'takes a token for all APIs',
      `${match}, auth: { issuer: house, audience: https://api.example }, mcp: files`,
      'one audience',
    ],
    [
      'takes one for another server',
      `${match}, auth: { issuer: house, audience: https://api.example/mcp/mail }, mcp: files`,
      'one audience',
    ],
    [
      'takes one for several',
      `${match}, auth: { issuer: house, audience: [https://api.example/mcp/files, https://b.example/mcp/files] }, mcp: files`,
      'one audience',
    ],
    [
      'could be called by pages',
      `${match}, auth: { issuer: house, audience: https://api.example/mcp/files, credentials: [bearer, cookie] }, mcp: files`,
      '`bearer` alone',
    ],
    [
      'lets pass who brings nothing',
      `${match}, auth: { issuer: house, audience: https://api.example/mcp/files, optional: true }, mcp: files`,
      'act for somebody',
    ],
    ['can be asked nothing', `match: { methods: [GET], path: /mcp/files }, ${auth}, mcp: files`, '`POST`'],
    ['is many', `match: { methods: [POST], path: '/mcp/{name}' }, ${auth}, mcp: files`, 'without parameters'],
    ['has an upstream too', `${match}, ${auth}, upstream: api, mcp: files`, 'exactly one of'],
  ])('is refused where it %s', (_, route, word) => {
    expect(problemsOf(route).join()).toContain(word);
  });
});

describe('routes and prompts that are tools', () => {
  const resource = 'https://api.example/mcp/house';
  const whole = (server: string, more = '') => `version: 1
issuers: { house: { self: true } }
upstreams: { api: { targets: [{ url: "http://127.0.0.1:9001" }] } }
mcp: { servers: { house: ${server} } }
routes:
  - { id: house, match: { methods: [POST], path: /mcp/house }, auth: { issuer: house, audience: "${resource}" }, mcp: house }
  - { id: order, match: { methods: [GET], path: "/orders/{id}" }, auth: { issuer: house, audience: [https://api.example, "${resource}"] }, upstream: api }
  - { id: both, match: { methods: [GET, PUT], path: /both }, auth: { issuer: house, audience: "${resource}" }, upstream: api }
  - { id: other, match: { methods: [GET], path: /other }, auth: { issuer: house, audience: https://api.example }, upstream: api }
  - { id: forwards, match: { methods: [GET], path: /f }, auth: { issuer: house, audience: "${resource}" }, context: { dangerouslyForwardToken: true }, upstream: api }
  - { id: prompts, match: { methods: [POST], path: "/prompts/{name}" }, auth: { issuer: house, audience: "${resource}" }, llm: { prompts: [sum] } }
${more}`;
  const expectedOf = (server: string) => {
    const reading = readConfiguration(whole(server), { fileName: 'signet.yaml' });
    return reading.ok ? [] : reading.problems.map(({ expected }) => expected);
  };

  it('are there, and take the tokens by which they are called', () => {
    const server =
      '{ prompts: { route: prompts, names: [sum@1] }, routes: [order], tools: { order: { scopes: [a] } } }';
    expect(expectedOf(server)).toEqual([]);
  });

  it.each([
    ['a route that there is not', '{ routes: [ordre] }', 'a name in `routes`'],
    ['a route of several methods', '{ routes: [both] }', 'one method'],
    ['a route for other tokens', '{ routes: [other] }', 'takes the tokens of the route `house`'],
    ['a route that passes the token on', '{ routes: [forwards] }', 'keeps the token'],
    ['a server of tools itself', '{ routes: [house] }', 'an upstream'],
    ['models', '{ routes: [prompts] }', 'an upstream'],
    ['a prompt that is not asked there', '{ prompts: { route: prompts, names: [title] } }', 'names it'],
    ['a prompt of no name', '{ prompts: { route: prompts, names: ["../a"] } }', 'names of prompts'],
    ['the same twice', '{ prompts: { route: prompts, names: [sum, sum@1] } }', 'each tool once'],
    ['rules of no tool', '{ routes: [order], tools: { read: {} } }', 'a name in `prompts and routes`'],
    ['a server elsewhere, too', '{ routes: [order], url: https://files.example/mcp }', 'none beside'],
    [
      'a digest',
      `{ routes: [order], tools: { order: { digest: "sha256:${'0'.repeat(64)}" } } }`,
      'none of a tool',
    ],
    ['nothing at all', '{}', '`url`, or'],
  ])('are never %s', (_, server, expected) => {
    expect(expectedOf(server).join()).toContain(expected);
  });
});
