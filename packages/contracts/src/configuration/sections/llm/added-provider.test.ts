import { describe, expect, it } from 'vitest';
import { addressOf, withAdded } from './added-provider.ts';
import { isProviderAddress } from './provider-address.ts';
import { llmSchema } from './schema.ts';

const url = 'https://api.openai.com/v1';
const added = { name: 'openai', kind: 'openai', url, keptKey: 'kept:1' } as const;

describe('providers that were added by command', () => {
  it('stand beside those of the configuration, with what is usual', () => {
    const llm = llmSchema.parse({ providers: { claude: { kind: 'anthropic' } } });
    const { providers } = withAdded(llm, [added]);
    expect(Object.keys(providers).sort()).toEqual(['claude', 'openai']);
    expect(providers['openai']).toMatchObject({ keptKey: 'kept:1', prices: 'openai', firstEvent: 120_000 });
    expect(providers['claude']).toBe(llm.providers['claude']);
  });

  it('are never mixed with one of the same name in the configuration, which wins', () => {
    const llm = llmSchema.parse({ providers: { openai: { kind: 'openai', url: 'https://own.example/v1' } } });
    expect(withAdded(llm, [added]).providers).toEqual(llm.providers);
  });

  it('answer where their kind does, unless said otherwise', () => {
    expect(addressOf({ kind: 'anthropic' })).toBe('https://api.anthropic.com');
    expect(addressOf({ kind: 'openai-compatible', url: 'https://models.example/v1/' })).toBe(
      'https://models.example/v1',
    );
  });

  it.each([
    ['https://models.example/v1', true],
    ['http://127.0.0.1:11434/v1', true],
    ['http://models.example/v1', false],
    ['https://user:pass@models.example/v1', false],
    ['https://models.example/v1?key=1', false],
    ['ftp://models.example', false],
    ['', false],
  ])('may answer at %j: %s', (address, isGood) => {
    expect(isProviderAddress(address)).toBe(isGood);
  });
});
