import type { RequestFeature } from '../mapping/feature.ts';

/** How an upstream differs from OpenAI's own Chat Completions in what it takes. */
export interface ChatDialect {
  /** Its word for the limit of tokens. */
  readonly limit: 'max_completion_tokens' | 'max_tokens';
  /** Its word for instructions that are not the operator's; older ones know `system` alone. */
  readonly developer: 'developer' | 'system';
  /** Where it wants back what it thought; OpenAI takes none of it. */
  readonly reasoning?: 'reasoning_content' | 'reasoning';
  /** It takes `top_k`. */
  readonly topK: boolean;
  /** Its word for the seed, where that is another. */
  readonly seed?: 'random_seed';
  /** It counts at the end of each stream, and refuses to be asked for it. */
  readonly countsUnasked?: true;
  /** How the end of its streams is known; absent: by `[DONE]`. */
  readonly terminator?: 'done' | 'finish';
  /** Members for which it refuses the whole request. */
  readonly refuses?: readonly Refusable[];
}

export type Refusable =
  | 'verbosity'
  | 'prompt_cache_key'
  | 'prompt_cache_retention'
  | 'service_tier'
  | 'safety_identifier'
  | 'metadata'
  | 'store'
  | 'n'
  | 'seed'
  | 'logit_bias'
  | 'logprobs'
  | 'top_logprobs'
  | 'parallel_tool_calls'
  | 'reasoning_effort'
  | 'presence_penalty'
  | 'frequency_penalty';

/** Members that some upstreams refuse, and what a caller would have said by them. */
export const refusable: Readonly<Record<Refusable, RequestFeature>> = {
  verbosity: 'verbosity',
  prompt_cache_key: 'key of the cache',
  prompt_cache_retention: 'retention of the cache',
  service_tier: 'tier',
  safety_identifier: 'end user',
  metadata: 'metadata',
  store: 'store',
  n: 'several answers',
  seed: 'seed',
  logit_bias: 'logit bias',
  logprobs: 'logprobs',
  top_logprobs: 'logprobs',
  parallel_tool_calls: 'no parallel calls',
  reasoning_effort: 'effort',
  presence_penalty: 'penalties',
  frequency_penalty: 'penalties',
};

export const openaiDialect: ChatDialect = {
  limit: 'max_completion_tokens',
  developer: 'developer',
  topK: false,
};
