import { readConfiguration } from '@signet/contracts';
import { expect, it } from 'vitest';
import { gatewayPartOf, isOther } from './loaded-for-gateways.ts';

const text = 'version: 1\nllm: { providers: { claude: { kind: anthropic, key: env:K } } }\n';
const added = (name: string, keptKey: string) => {
  const provider = { name, kind: 'openai', url: 'https://api.openai.com/v1', keptKey } as const;
  return { added: () => [provider], revision: () => keptKey };
};
const none = { added: () => [], revision: () => '' };

function loadedFrom() {
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError('The test is to be mended.');
  return { configuration: reading.configuration, version: '1', warnings: [] };
}

it('tells gateways of what was added by the words of its key, and when it is another', () => {
  const loaded = loadedFrom();
  const alone = gatewayPartOf(loaded, none);
  const beside = gatewayPartOf(loaded, added('openai', 'added:openai:1'));
  expect(Object.keys(alone.configuration.llm.providers)).toEqual(['claude']);
  expect(beside.configuration.llm.providers['openai']?.keptKey).toBe('added:openai:1');
  expect([isOther(alone, alone), isOther(undefined, alone)]).toEqual([false, true]);
  expect([isOther(alone, beside), isOther(beside, alone)]).toEqual([true, true]);
  expect(isOther(beside, gatewayPartOf(loaded, added('openai', 'added:openai:2')))).toBe(true);
});

it('lets what the configuration says of a name stand', () => {
  const { configuration } = gatewayPartOf(loadedFrom(), added('claude', 'added:claude:1'));
  expect(configuration.llm.providers['claude']).toMatchObject({ kind: 'anthropic' });
  expect(configuration.llm.providers['claude']?.keptKey).toBeUndefined();
});
