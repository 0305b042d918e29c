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
}

export const openaiDialect: ChatDialect = {
  limit: 'max_completion_tokens',
  developer: 'developer',
  topK: false,
};
