/** Who speaks Chat Completions as OpenAI does, each with its own manners. */
export const chatKinds = [
  'openai-compatible',
  'mistral',
  'cohere',
  'deepseek',
  'groq',
  'xai',
  'together',
  'openrouter',
  'ollama',
  'vllm',
  'llama.cpp',
] as const;

export type ChatKind = (typeof chatKinds)[number];

/** What is spoken with a provider. */
export type ProviderKind = 'openai' | 'anthropic' | 'gemini' | 'azure' | 'vertex' | 'bedrock' | ChatKind;

export const providerKinds: readonly ProviderKind[] = [
  'openai',
  'anthropic',
  'gemini',
  'azure',
  'vertex',
  'bedrock',
  ...chatKinds,
];
