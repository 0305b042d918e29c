import type {
  AddPromptRequest,
  ComparePromptAnswer,
  ComparePromptRequest,
  GoldenTest,
  LlmConfiguration,
  PromptAnswer,
  PromptDefinition,
  PromptsAnswer,
  PromptVersionAnswer,
  PublicationSummary,
  PublishPromptRequest,
  TestPromptAnswer,
} from '@signet/contracts';

/** Prompts, as an administrator may add and publish them. */
export interface PromptAdministration {
  list(): Promise<PromptsAnswer>;
  /** Rejects with `prompt_unknown`, as all below do. */
  show(name: string): Promise<PromptAnswer>;
  showVersion(name: string, version: string): Promise<PromptVersionAnswer>;
  /** Rejects with `prompt_refused`. */
  compare(name: string, request: ComparePromptRequest): Promise<ComparePromptAnswer>;
  /** Rejects with `prompt_refused`, `prompt_changed`. */
  add(name: string, request: AddPromptRequest): Promise<ComparePromptAnswer>;
  test(name: string, version: string): Promise<TestPromptAnswer>;
  /** Rejects with `prompt_refused`, `prompt_changed`. */
  publish(name: string, request: PublishPromptRequest): Promise<PublicationSummary>;
  /** Rejects with `prompt_changed`. */
  rollBack(name: string): Promise<PublicationSummary>;
}

export interface TestedPrompt {
  /** By which it is booked what that costs. */
  readonly name: string;
  readonly definition: PromptDefinition;
}

/** Asks the model of a prompt with the values of a test: in what its answer is not as it must be. Without `llm` it is that in force. */
export type RunTest = (
  prompt: TestedPrompt,
  test: GoldenTest,
  llm?: LlmConfiguration,
) => Promise<readonly string[]>;
