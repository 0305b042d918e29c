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
