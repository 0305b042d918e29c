import { demoConfiguration, readConfiguration } from '@signet/contracts';
import { expect, it } from 'vitest';
import { modelBases } from './model-bases.ts';

const origin = 'http://localhost:8080';
const added = [
  { name: 'openai', kind: 'openai', url: 'https://api.openai.com/v1', keptKey: 'added:openai:1' },
] as const;

function read(text: string) {
  const reading = readConfiguration(text, { fileName: 'signet.yaml' });
  if (!reading.ok) throw new TypeError('The test is to be mended.');
  return reading.configuration;
}

it('are told of the demo once a provider was added', () => {
  const demo = read(demoConfiguration({ echoPort: 9001, gatewayOrigin: origin }));
  expect(modelBases(demo, [], origin)).toEqual([]);
  expect(modelBases(demo, added, origin)).toEqual([`${origin}/llm/v1`]);
});

it('are told of routes that offer models of the configuration, and of no others', () => {
  const text = `version: 1
issuers: { house: { self: true } }
llm:
  providers: { openai: { kind: openai } }
  models: { gpt: { targets: [{ provider: openai, model: gpt-5.6 }] } }
routes:
  - { id: models, match: { methods: [POST], path: '/v1/{rest*}' }, auth: { issuer: house, audience: a }, llm: {} }
`;
  expect(modelBases(read(text), [], origin)).toEqual([`${origin}/v1`]);
  expect(modelBases(read('version: 1\n'), added, origin)).toEqual([]);
});
