import { describe, expect, it } from 'vitest';
import { mcpSchema } from './schema.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const files = { url: 'https://files.example/mcp', tools: { read: { digest } } };
const read = (server: object) => mcpSchema.safeParse({ servers: { files: server } });

describe('a server of tools', () => {
  it('is known by its address and the tools that are approved', () => {
    expect(read(files).data?.servers['files']).toEqual({
      ...{ url: 'https://files.example/mcp', speaks: 'stateless', offers: ['tools'] },
      ...{ connectTimeout: 5_000, idle: 60_000, whole: 900_000 },
      tools: { read: { digest, scopes: [], limit: [] } },
    });
  });

  it('says who may call a tool, how often, and what that costs', () => {
    const tool = {
      ...{ digest, scopes: ['files:read'], condition: "claims.team == 'ops'" },
      ...{ limit: [{ rate: '10/m', by: 'claims.sub' }], cost: '0.1 USD' },
    };
    expect(read({ ...files, tools: { read: tool } }).data?.servers['files']?.tools['read']).toEqual({
      ...{ digest, scopes: ['files:read'], cost: { micros: 100_000, currency: 'USD' } },
      conditions: [{ name: 'condition', text: "claims.team == 'ops'" }],
      limit: [{ count: 10, per: 60_000, by: { kind: 'claim', claim: ['sub'] } }],
    });
  });

  it.each([
    ['offers no tool by name', { url: files.url }, 'at least one tool'],
    ['has a digest that is none', { ...files, tools: { read: { digest: 'sha256:0' } } }, 'sha256:'],
    ['has a condition that cannot be read', { ...files, tools: { read: { condition: 'claims.' } } }, 'CEL'],
    ['costs what nobody can count', { ...files, tools: { read: { cost: '0.0000001 USD' } } }, 'six decimals'],
    ['has a tool of a name that is none', { ...files, tools: { 'a b': {} } }, 'names of tools'],
    ['limits places', { ...files, tools: { read: { limit: [{ concurrent: 1 }] } } }, '`rate` alone'],
    ['has its key in the file', { ...files, key: 'abcdefghijklmnopqrstuvwxyz' }, 'env:'],
    ['shows its key to everybody', { ...files, url: 'http://files.example/mcp', key: 'env:K' }, 'https'],
    ['speaks otherwise', { ...files, speaks: 'session' }, '`sessions`'],
  ])('is refused where it %s', (_, server, word) => {
    const problems = read(server).error?.issues.map(({ message }) => message);
    expect(problems?.join()).toContain(word);
  });

  it('has one way of being asked', () => {
    const exchange = {
      ...{ tokenEndpoint: 'https://login.example/token', client: 'gateway', secret: 'env:S' },
      audience: 'https://files.example',
    };
    expect(read({ ...files, exchange }).success).toBe(true);
    expect(read({ ...files, exchange, key: 'env:K' }).success).toBe(false);
    const sealed = { ...files, credential: 'sealed' };
    expect(read(sealed).data?.servers['files']?.credential).toBe('sealed');
    for (const other of [{ key: 'env:K' }, { exchange }])
      expect(read({ ...sealed, ...other }).error?.issues[0]?.path).toContain('credential');
    expect(read({ ...sealed, url: 'http://files.example/mcp' }).error?.issues[0]?.path).toContain('url');
    const aloud = { ...exchange, tokenEndpoint: 'http://login.example/token' };
    expect(read({ ...files, exchange: aloud }).error?.issues[0]?.path).toContain('tokenEndpoint');
  });

  it('is taken as it comes where that is said aloud', () => {
    expect(read({ url: files.url, dangerouslyTakeUnapprovedTools: true }).success).toBe(true);
  });
});
