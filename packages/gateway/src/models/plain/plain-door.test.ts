import { expect, it } from 'vitest';
import type { CompiledTarget } from '../compiled-llm.ts';
import { plainDoorOf } from './plain-door.ts';
import { plainPathOf } from './plain-path.ts';

const target = (kind: CompiledTarget['kind'], more: Partial<CompiledTarget> = {}): CompiledTarget => ({
  ...{ provider: 'one', kind, upstream: 'llm:one', model: 'm', key: undefined, prices: undefined },
  ...{ firstEvent: 1, idle: 1, whole: 1, ...more },
});

it.each([
  ['/v1/embeddings', { wish: 'embeddings', protocol: 'chat' }],
  ['/v1/messages/count_tokens', { wish: 'count-messages', protocol: 'anthropic' }],
  ['/v1beta/models/small:batchEmbedContents', { wish: 'embed-contents', protocol: 'gemini', model: 'small' }],
  ['/v1beta/models/a/b:countTokens', { wish: 'count-contents', protocol: 'gemini', model: 'a/b' }],
])('is found at %s', (path, door) => {
  expect(plainDoorOf(path)).toEqual({ kind: 'plain', ...door });
});

it.each([
  '/v1/files',
  '/v1/audio/speech',
  '/v1/toString',
  '/v1beta/models/small:predict',
  '/v1beta/models/:countTokens',
])('is not at %s: what is not counted does not pass', (path) => {
  expect(plainDoorOf(path)).toBeUndefined();
});

it('is asked of those alone who speak it', () => {
  expect(plainPathOf(target('anthropic'), 'embeddings')).toBeUndefined();
  expect(plainPathOf(target('bedrock'), 'count-messages')).toBeUndefined();
  const claude = { ...target('vertex'), model: 'claude-opus-4-6' };
  expect(plainPathOf(claude, 'count-contents')).toBeUndefined();
  expect(plainPathOf(target('openai'), 'count-contents')).toBeUndefined();
  expect(plainPathOf(target('anthropic'), 'count-messages')).toBe('/v1/messages/count_tokens');
  expect(plainPathOf(target('gemini'), 'embed-content')).toBe('/v1beta/models/m:embedContent');
  expect(plainPathOf(target('vertex', { project: 'models-1', region: 'global' }), 'count-contents')).toBe(
    '/v1/projects/models-1/locations/global/publishers/google/models/m:countTokens',
  );
  expect(plainPathOf(target('azure', { apiVersion: '2024-10-21' }), 'images')).toBe(
    '/openai/deployments/m/images/generations?api-version=2024-10-21',
  );
});
