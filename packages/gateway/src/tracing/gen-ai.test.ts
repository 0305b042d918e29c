import { Losses } from '@signet/ai';
import { expect, it } from 'vitest';
import type { ModelTrace } from '../models/model-trace.ts';
import { genAiSpan } from './gen-ai.ts';

const target = {
  ...{ provider: 'mine', kind: 'gemini', upstream: 'mine', model: 'gemini-2.5-pro', key: undefined },
  ...{ prices: 'google', firstEvent: 1, idle: 1, whole: 1 },
} as unknown as NonNullable<ModelTrace['target']>;

function traceOf(changes: Partial<ModelTrace>): ModelTrace {
  return {
    ...{ step: 'forward', asked: 'fast', caller: 'chat', losses: new Losses(), upstream: 'gemini' },
    ...{ target, usage: undefined, cost: undefined, passedOver: [] },
    ...changes,
  };
}

it('names a question as the conventions for generative AI do, and says what was counted', () => {
  const usage = { provenance: 'provider', input: 12, output: 7, cacheRead: 4 } as const;
  const cost = { kind: 'known', micros: 42, currency: 'USD', parts: [], rows: [] } as const;
  expect(genAiSpan(traceOf({ usage, cost }))).toEqual({
    name: 'chat gemini-2.5-pro',
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'gcp.gemini',
      'gen_ai.request.model': 'gemini-2.5-pro',
      'gen_ai.usage.input_tokens': 12,
      'gen_ai.usage.output_tokens': 7,
      'gen_ai.usage.cache_read.input_tokens': 4,
      ...{ 'signet.provider': 'mine', 'signet.cost_micros': 42, 'signet.currency': 'USD' },
    },
  });
});

it.each([
  ['embeddings', 'embeddings'],
  ['embed-contents', 'embeddings'],
  ['rerank', 'rerank'],
] as const)('names %s as %s', (wish, operation) => {
  expect(genAiSpan(traceOf({ wish }))?.name).toBe(`${operation} gemini-2.5-pro`);
});

it('is none where nobody was asked, and has no name that is as long as a caller likes', () => {
  expect([genAiSpan(undefined), genAiSpan(traceOf({ target: undefined }))]).toEqual([undefined, undefined]);
  const long = genAiSpan(traceOf({ target: { ...target, model: 'm'.repeat(5_000) } }));
  expect([long?.name.length, String(long?.attributes['gen_ai.request.model']).length]).toEqual([261, 256]);
});
