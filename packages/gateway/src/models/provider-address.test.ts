import { expect, it } from 'vitest';
import type { CompiledTarget } from './compiled-llm.ts';
import { pathOf } from './provider-address.ts';

const target = (more: Partial<CompiledTarget> & Pick<CompiledTarget, 'kind'>): CompiledTarget => ({
  ...{ provider: 'one', upstream: 'llm:one', model: 'm', key: undefined, prices: undefined },
  ...{ firstEvent: 1, idle: 1, whole: 1, ...more },
});

it.each([
  [target({ kind: 'openai' }), 'responses', false, '/responses'],
  [target({ kind: 'mistral' }), 'chat', true, '/chat/completions'],
  [target({ kind: 'azure' }), 'chat', false, '/openai/v1/chat/completions'],
  [target({ kind: 'azure' }), 'responses', true, '/openai/v1/responses'],
  [
    target({ kind: 'azure', model: 'my/gpt', apiVersion: '2024-10-21' }),
    'chat',
    true,
    '/openai/deployments/my%2Fgpt/chat/completions?api-version=2024-10-21',
  ],
  [
    target({ kind: 'vertex', model: 'gemini-3-pro', project: 'models-1', region: 'global' }),
    'gemini',
    true,
    '/v1/projects/models-1/locations/global/publishers/google/models/gemini-3-pro:streamGenerateContent?alt=sse',
  ],
  [
    target({ kind: 'vertex', model: 'claude-sonnet-4-5@20250929', project: 'models-1', region: 'eu' }),
    'anthropic',
    true,
    '/v1/projects/models-1/locations/eu/publishers/anthropic/models/claude-sonnet-4-5%4020250929:streamRawPredict',
  ],
  [
    target({ kind: 'bedrock', model: 'anthropic.claude-v1:0' }),
    'bedrock',
    true,
    '/model/anthropic.claude-v1%3A0/converse-stream',
  ],
  [
    target({ kind: 'bedrock', model: 'arn:aws:bedrock:eu-central-1:1:inference-profile/eu.a' }),
    'bedrock',
    false,
    '/model/arn%3Aaws%3Abedrock%3Aeu-central-1%3A1%3Ainference-profile%2Feu.a/converse',
  ],
] as const)('knows where each kind is asked (%#)', (asked, protocol, stream, path) => {
  expect(pathOf(asked, protocol, stream)).toBe(path);
});
