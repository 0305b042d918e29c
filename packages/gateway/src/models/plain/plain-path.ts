import type { ProviderKind } from '@signet/contracts';
import type { CompiledTarget } from '../compiled-llm.ts';
import { isClaudeOnVertex } from '../provider-wire.ts';
import type { PlainWish } from './plain-door.ts';

type Placed = Pick<CompiledTarget, 'kind' | 'model' | 'region' | 'project' | 'apiVersion'>;

/** Who is asked what: those alone of whom it is known that they take it in this form, and count it. */
const askedOf: Readonly<Record<PlainWish, readonly ProviderKind[]>> = {
  embeddings: [
    ...(['openai', 'azure', 'openai-compatible', 'mistral', 'cohere', 'together'] as const),
    ...(['openrouter', 'ollama', 'vllm', 'llama.cpp'] as const),
  ],
  'embed-content': ['gemini'],
  'embed-contents': ['gemini'],
  'count-messages': ['anthropic'],
  'count-contents': ['gemini', 'vertex'],
  moderations: ['openai', 'mistral'],
  rerank: ['openai-compatible', 'together', 'vllm', 'llama.cpp'],
  images: ['openai', 'azure', 'xai', 'together'],
  // Whoever keeps it is known by its id.
  'kept-answer': [],
  transcriptions: ['openai', 'azure', 'openai-compatible', 'mistral', 'groq', 'vllm'],
};

/** Behind the address of who speaks as OpenAI does. */
const paths: Readonly<Partial<Record<PlainWish, string>>> = {
  embeddings: '/embeddings',
  moderations: '/moderations',
  rerank: '/rerank',
  images: '/images/generations',
  transcriptions: '/audio/transcriptions',
};

const verbs: Readonly<Partial<Record<PlainWish, string>>> = {
  'embed-content': 'embedContent',
  'embed-contents': 'batchEmbedContents',
  'count-contents': 'countTokens',
};

/** Where this is asked, behind the address of the provider; undefined where it is not. */
export function plainPathOf(target: Placed, wish: PlainWish): string | undefined {
  const { kind, model } = target;
  if (!askedOf[wish].includes(kind) || isClaudeOnVertex(target)) return undefined;
  if (wish === 'count-messages') return '/v1/messages/count_tokens';
  const verb = verbs[wish];
  if (verb !== undefined)
    return kind === 'vertex' ? ofVertex(target, verb) : `/v1beta/models/${model}:${verb}`;
  const path = paths[wish];
  return path === undefined || kind !== 'azure' ? path : ofAzure(target, path);
}

function ofAzure({ model, apiVersion }: Placed, path: string): string {
  if (apiVersion === undefined) return `/openai/v1${path}`;
  return `/openai/deployments/${encodeURIComponent(model)}${path}?api-version=${apiVersion}`;
}

function ofVertex({ model, project = '', region = '' }: Placed, verb: string): string {
  const place = `/v1/projects/${encodeURIComponent(project)}/locations/${encodeURIComponent(region)}`;
  return `${place}/publishers/google/models/${encodeURIComponent(model)}:${verb}`;
}
