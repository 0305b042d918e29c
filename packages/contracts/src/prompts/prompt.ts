import type { JsonSchema } from '../configuration/sections/routes/json-schema.ts';

/** What a prompt is made of, as a person writes it. */
export interface PromptDefinition {
  /** What it is for, in a sentence. */
  readonly description?: string;
  readonly messages: readonly PromptMessage[];
  /** By its name, what a caller may say there; the schema is one of JSON Schema 2020-12 without references. */
  readonly variables: Readonly<Record<string, JsonSchema>>;
  /** Names of variables that a caller may leave out. */
  readonly optional: readonly string[];
  /** A name in `llm.models`. */
  readonly model: string;
  readonly parameters: PromptParameters;
  /** What its answer is; absent: a text. */
  readonly output?: JsonSchema;
  /** What must come of it before anybody is given it. */
  readonly tests: readonly GoldenTest[];
}

export interface PromptMessage {
  readonly role: PromptRole;
  /** With `{{name}}` where the value of a variable stands. */
  readonly text: string;
}

export type PromptRole = 'system' | 'user' | 'assistant';

export interface PromptParameters {
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly topP?: number;
  readonly seed?: number;
  readonly stop?: readonly string[];
}

/** Values with which it is asked, and what its answer must be like. */
export interface GoldenTest {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly expect: GoldenExpectation;
}

export interface GoldenExpectation {
  /** Each of these stands in the answer. */
  readonly contains?: readonly string[];
  /** None of these does. */
  readonly lacks?: readonly string[];
  /** Members of an answer with a schema, and what they are. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly maxCharacters?: number;
}

/** One that is kept. It never changes: what is otherwise is another version. */
export interface StoredPrompt {
  readonly name: string;
  readonly version: PromptVersion;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: PromptAuthor;
  readonly definition: PromptDefinition;
}

export interface PromptAuthor {
  readonly kind: string;
  readonly id?: string | undefined;
}

/** A new `major`: whoever asked the one before may have to change. */
export interface PromptVersion {
  readonly major: number;
  readonly minor: number;
}

/** Which version of a prompt is asked where a caller names none. */
export interface Publication {
  readonly name: string;
  /** From 1 on, in each prompt. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: PromptAuthor;
  readonly stable: PromptVersion;
  readonly canary?: Canary;
  /** Of a rollback: the number of the publication that counts again. */
  readonly restores?: number;
}

/** What somebody is given who asks for a prompt by its name. */
export interface FoundPrompt {
  readonly stable: StoredPrompt;
  readonly canary?: { readonly prompt: StoredPrompt; readonly to: CanaryShare };
  /** Of the publication; 0 where the version was named. */
  readonly number: number;
}

/** A version that some are given before all are. */
export interface Canary {
  readonly version: PromptVersion;
  readonly to: CanaryShare;
}

export type CanaryShare =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'claim'; readonly claim: string; readonly values: readonly string[] };
