/** The versions of the protocol that there are. */
export const anthropicVersions = ['2023-06-01', '2026-10-21'] as const;

export type AnthropicVersion = (typeof anthropicVersions)[number];

/** In what the models behind this protocol differ, as far as a request depends on it. */
export interface AnthropicTraits {
  /** `temperature`, `top_p` and `top_k`: not from version 2026-10-21 on, and not by models from 4.7 on. */
  readonly takesSampling: boolean;
  /** Instructions between messages: by models from 4.8 on. */
  readonly takesSystemInside: boolean;
  /** How much it thinks: by an effort, or by a number of tokens as older models have it. */
  readonly thinks: 'by effort' | 'by budget';
  /** What an answer may have where the caller sets no limit. */
  readonly mostTokens: number;
}

export const newestTraits: AnthropicTraits = {
  takesSampling: false,
  takesSystemInside: true,
  thinks: 'by effort',
  mostTokens: 64_000,
};
