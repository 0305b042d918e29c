import type { ChatDialect, Refusable } from './dialect.ts';

/** What only OpenAI itself knows: others pass it over, or refuse the request for it. */
const ofOpenai: readonly Refusable[] = [
  'verbosity',
  'prompt_cache_key',
  'prompt_cache_retention',
  'safety_identifier',
  'store',
];

const plain = { limit: 'max_tokens', developer: 'system', topK: false, terminator: 'finish' } as const;

/** On one's own machines nothing is refused that is not known, and the likeliest tokens may be counted. */
const own = { ...plain, topK: true } as const;

export type ChatDialectName =
  | 'openai-compatible'
  | 'mistral'
  | 'cohere'
  | 'deepseek'
  | 'groq'
  | 'xai'
  | 'together'
  | 'openrouter'
  | 'ollama'
  | 'vllm'
  | 'llama.cpp';

/**
 * In what those differ who speak Chat Completions, by the name of their kind. Each is told as long as it takes it what it takes,
 * and what it would refuse is told to the caller as lost. Where they say what they thought, and how they count, the readers find by
 * themselves.
 */
export const chatDialects: Readonly<Record<ChatDialectName, ChatDialect>> = {
  // Whoever it is: the words that most of them know.
  'openai-compatible': own,
  // 422 `extra_forbidden` for each member that it does not know; usage comes with the last chunk.
  mistral: {
    ...plain,
    terminator: 'done',
    seed: 'random_seed',
    countsUnasked: true,
    refuses: [...ofOpenai, 'service_tier', 'logit_bias', 'logprobs', 'top_logprobs'],
  },
  cohere: {
    ...plain,
    refuses: [
      ...ofOpenai,
      ...(['service_tier', 'metadata', 'logit_bias', 'top_logprobs', 'n', 'parallel_tool_calls'] as const),
    ],
  },
  // Between calls of tools it must be given back what it thought; elsewhere it passes it over.
  deepseek: { ...plain, terminator: 'done', reasoning: 'reasoning_content' },
  // 400 for logprobs, and for more than one answer.
  groq: {
    ...plain,
    limit: 'max_completion_tokens',
    refuses: [...ofOpenai, 'metadata', 'logit_bias', 'logprobs', 'top_logprobs', 'n'],
  },
  xai: { ...plain, limit: 'max_completion_tokens', refuses: ['verbosity', 'logit_bias'] },
  together: { ...plain, topK: true, refuses: ofOpenai },
  openrouter: { ...plain, topK: true, reasoning: 'reasoning' },
  ollama: plain,
  vllm: own,
  'llama.cpp': own,
};

export function isChatDialect(kind: string): kind is ChatDialectName {
  return Object.hasOwn(chatDialects, kind);
}
