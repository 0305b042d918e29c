import { describe, expect, it } from 'vitest';
import { llmSchema } from './schema.ts';

const read = (provider: object, models: object = {}) =>
  llmSchema.safeParse({ providers: { one: provider }, models });

describe('providers of models', () => {
  it('are known by their kind, where that has one address', () => {
    const { data } = read({ kind: 'anthropic', key: 'env:ANTHROPIC_API_KEY' });
    expect(data?.providers['one']).toEqual({
      kind: 'anthropic',
      url: 'https://api.anthropic.com',
      prices: 'anthropic',
      key: { kind: 'env', name: 'ANTHROPIC_API_KEY' },
      connectTimeout: 5_000,
      firstEvent: 120_000,
      idle: 60_000,
      whole: 900_000,
    });
  });

  it.each([
    ['without an address where none is usual', { kind: 'openai-compatible' }, '`url`'],
    [
      'that show a key in plain text',
      { kind: 'openai', url: 'http://models.example/v1', key: 'env:K' },
      'https',
    ],
    ['whose key stands in the file', { kind: 'openai', key: 'abcdefghijklmnopqrstuvwxyz' }, 'env:'],
    ['of Azure without an address', { kind: 'azure' }, '`url`'],
    ['of Bedrock without a region', { kind: 'bedrock' }, '`region`'],
    ['of Vertex without a project', { kind: 'vertex', region: 'global' }, '`project`'],
    ['with a region that none of them has', { kind: 'openai', region: 'eu-central-1' }, 'alone'],
    ['with a version that none of them has', { kind: 'openai', apiVersion: '2024-10-21' }, 'alone'],
    ['with a region that is another host', { kind: 'bedrock', region: 'x.evil.example/' }, 'a region'],
    ['with a project that is a path', { kind: 'vertex', region: 'global', project: 'a/../bcdef' }, 'project'],
    [
      'that show one of several keys in plain text',
      { kind: 'openai', url: 'http://models.example/v1', keys: [{ key: 'env:K' }] },
      'https',
    ],
    ['with `key` beside `keys`', { kind: 'openai', key: 'env:K', keys: [{ key: 'env:L' }] }, 'not both'],
    ['with a key twice', { kind: 'openai', keys: [{ key: 'env:K' }, { key: 'env:K', weight: 2 }] }, 'once'],
    ['with no day', { kind: 'openai', keys: [{ key: 'env:K', expires: '2026-02-30' }] }, 'a day'],
    ['of another kind', { kind: 'open-ai' }, '`openai`'],
    ['with what nobody reads', { kind: 'openai', timeout: '5s' }, 'connectTimeout'],
  ])('are refused %s', (_, provider, word) => {
    expect(
      read(provider)
        .error?.issues.map(({ message }) => message)
        .join(),
    ).toContain(word);
  });

  it.each([
    [{ kind: 'mistral' }, 'https://api.mistral.ai/v1', 'mistral'],
    [{ kind: 'xai' }, 'https://api.x.ai/v1', 'x-ai'],
    [{ kind: 'llama.cpp' }, 'http://127.0.0.1:8080/v1', undefined],
    [
      { kind: 'bedrock', region: 'eu-central-1' },
      'https://bedrock-runtime.eu-central-1.amazonaws.com',
      'aws',
    ],
    [
      { kind: 'vertex', region: 'global', project: 'models-1' },
      'https://aiplatform.googleapis.com',
      'google',
    ],
    [
      { kind: 'vertex', region: 'europe-west4', project: 'models-1' },
      'https://europe-west4-aiplatform.googleapis.com',
      'google',
    ],
    [{ kind: 'azure', url: 'https://us.openai.azure.com/' }, 'https://us.openai.azure.com', 'azure'],
  ])('answer where their kind does: %j', (provider, url, prices) => {
    const found = read(provider).data?.providers['one'];
    expect(found?.url).toBe(url);
    expect(found?.prices).toBe(prices);
  });

  it('may show a key in plain text on this machine, and elsewhere where that is said aloud', () => {
    expect(read({ kind: 'openai', url: 'http://127.0.0.1:1/v1', key: 'env:K' }).success).toBe(true);
    const aloud = { dangerouslyAllowInsecureKey: true, key: 'env:K', url: 'http://models.example/v1' };
    expect(read({ kind: 'openai', ...aloud }).success).toBe(true);
  });
});

it('several keys of a provider have weights, days on which they end, and may be off', () => {
  const keys = [{ key: 'env:A' }, { key: 'env:B', weight: 3, off: true, expires: '2026-12-31' }];
  expect(read({ kind: 'openai', keys }).data?.providers['one']?.keys).toEqual([
    { key: { kind: 'env', name: 'A' }, weight: 1 },
    { key: { kind: 'env', name: 'B' }, weight: 3, off: true, expires: Date.UTC(2026, 11, 31) },
  ]);
});

describe('models', () => {
  it('say who is asked first, and what each cannot do', () => {
    const targets = [{ provider: 'one', model: 'm', weight: 2, lacks: ['vision'], context: 8_000 }];
    const { data } = read({ kind: 'openai' }, { m: { targets, strategy: 'cheapest', retries: 0 } });
    expect(data?.models['m']).toEqual({ targets, strategy: 'cheapest', retries: 0 });
    const plain = read({ kind: 'openai' }, { m: { targets: [{ provider: 'one', model: 'm' }] } });
    expect(plain.data?.models['m']).toEqual({
      ...{ strategy: 'priority', retries: 1 },
      targets: [{ provider: 'one', model: 'm', weight: 1, lacks: [] }],
    });
    const other = read({ kind: 'openai' }, { m: { targets, strategy: 'cheap' } });
    expect(other.error?.issues[0]?.message).toContain('cheapest');
  });

  it('are of providers that there are', () => {
    const models = (provider: string) => ({ 'gpt-5.6': { targets: [{ provider, model: 'gpt-5.6' }] } });
    expect(read({ kind: 'openai' }, models('one')).success).toBe(true);
    expect(read({ kind: 'openai' }, models('two')).error?.issues[0]?.message).toContain('llm.providers');
  });

  it.each(['a/../b', '../b', 'a b', 'a%2fb', 'a?b', '', 'a//b'])('have no name such as %j', (model) => {
    expect(read({ kind: 'openai' }, { gpt: { targets: [{ provider: 'one', model }] } }).success).toBe(false);
  });
});
