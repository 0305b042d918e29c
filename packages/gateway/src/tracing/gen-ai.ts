import type { ProviderKind } from '@signet/contracts';
import type { ModelTrace } from '../models/model-trace.ts';
import type { PlainWish } from '../models/plain/plain-door.ts';
import type { SpanAttributes } from '../ports/index.ts';

/** As OpenTelemetry's conventions for generative AI name who is asked; others by the name of their kind. */
const providerNames: Readonly<Partial<Record<ProviderKind, string>>> = {
  gemini: 'gcp.gemini',
  vertex: 'gcp.vertex_ai',
  azure: 'azure.ai.openai',
  bedrock: 'aws.bedrock',
  mistral: 'mistral_ai',
  xai: 'x_ai',
};

/** What is asked beside answers; what the conventions have no name for has its own. */
const operations: Readonly<Partial<Record<PlainWish, string>>> = {
  'embed-content': 'embeddings',
  'embed-contents': 'embeddings',
};

const longestName = 256;

/** What the span of a question to a model says, once somebody was asked. */
export interface GenAiSpan {
  readonly name: string;
  readonly attributes: SpanAttributes;
}

/** Undefined where nobody was asked. Neither a question nor an answer is in it. */
export function genAiSpan(trace: ModelTrace | undefined): GenAiSpan | undefined {
  if (trace?.target === undefined) return undefined;
  const { target, usage, wish, cost } = trace;
  const asked = wish === undefined ? 'chat' : (operations[wish] ?? wish);
  const model = target.model.slice(0, longestName);
  return {
    name: `${asked} ${model}`,
    attributes: {
      'gen_ai.operation.name': asked,
      'gen_ai.provider.name': providerNames[target.kind] ?? target.kind,
      'gen_ai.request.model': model,
      'signet.provider': target.provider,
      ...(usage === undefined
        ? {}
        : { 'gen_ai.usage.input_tokens': usage.input, 'gen_ai.usage.output_tokens': usage.output }),
      ...(usage?.cacheRead === undefined ? {} : { 'gen_ai.usage.cache_read.input_tokens': usage.cacheRead }),
      ...(cost?.kind === 'known'
        ? { 'signet.cost_micros': cost.micros, 'signet.currency': cost.currency }
        : {}),
    },
  };
}
