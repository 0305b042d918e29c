import { type AnthropicTraits, newestTraits } from '../anthropic/traits.ts';

/** In what the models behind Converse differ, as far as a request depends on it. */
export interface BedrockTraits {
  /** Of a model of Anthropic's: what only these know goes beside the words that all have. Undefined for others. */
  readonly claude: AnthropicTraits | undefined;
}

export const newestBedrock: BedrockTraits = { claude: newestTraits };
