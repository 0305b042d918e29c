import type { ProviderKind } from './kinds.ts';

/** Of each provider. */
export const llmDefaults = {
  connectTimeout: '5s',
  firstEvent: '120s',
  idle: '60s',
  whole: '15m',
} as const;

/** Where the providers of each kind answer, unless said otherwise; others must be told where. */
export const usualAddresses: Readonly<Record<ProviderKind, string | undefined>> = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com',
  gemini: 'https://generativelanguage.googleapis.com',
  // It is called as its resource is.
  azure: undefined,
  // They follow from the region.
  vertex: undefined,
  bedrock: undefined,
  'openai-compatible': undefined,
  mistral: 'https://api.mistral.ai/v1',
  cohere: 'https://api.cohere.ai/compatibility/v1',
  deepseek: 'https://api.deepseek.com/v1',
  groq: 'https://api.groq.com/openai/v1',
  xai: 'https://api.x.ai/v1',
  together: 'https://api.together.xyz/v1',
  openrouter: 'https://openrouter.ai/api/v1',
  ollama: 'http://127.0.0.1:11434/v1',
  vllm: 'http://127.0.0.1:8000/v1',
  'llama.cpp': 'http://127.0.0.1:8080/v1',
};

/** Of those that have one in each region of a cloud. */
export function addressIn(kind: ProviderKind, region: string | undefined): string | undefined {
  if (region === undefined) return undefined;
  if (kind === 'bedrock') return `https://bedrock-runtime.${region}.amazonaws.com`;
  if (kind !== 'vertex') return undefined;
  return region === 'global'
    ? 'https://aiplatform.googleapis.com'
    : `https://${region}-aiplatform.googleapis.com`;
}

/** Whose prices they have. */
export const usualPrices: Readonly<Record<ProviderKind, string | undefined>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  azure: 'azure',
  vertex: 'google',
  bedrock: 'aws',
  'openai-compatible': undefined,
  mistral: 'mistral',
  cohere: 'cohere',
  deepseek: 'deepseek',
  groq: 'groq',
  xai: 'x-ai',
  together: 'together',
  openrouter: 'openrouter',
  ollama: undefined,
  vllm: undefined,
  'llama.cpp': undefined,
};
