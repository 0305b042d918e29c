import type { LlmConfiguration } from '@signet/contracts';

/** What the golden tests of prompts say of models that ask others from now on. */
export type SwitchVerdict =
  | { readonly kind: 'passed' }
  /** Of which models, and which tests of those that were run. */
  | { readonly kind: 'failed'; readonly models: readonly string[]; readonly tests: readonly string[] }
  /** Nothing was run. */
  | { readonly kind: 'too-many'; readonly models: readonly string[] };

/** Holds the targets that models get against the golden tests of prompts, but for models that are `meant` to switch whatever these say. */
export type TrySwitch = (
  before: LlmConfiguration,
  after: LlmConfiguration,
  meant: readonly string[],
) => Promise<SwitchVerdict>;
