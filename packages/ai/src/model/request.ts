import type { CacheMark, Part, Placed } from './part.ts';
import type { Sealed } from './protocol.ts';

/**
 * What a caller asks of a model, whatever protocol it came in. Shaped on the items of OpenAI's Responses, the only wire
 * that has room for everything. Items stand in the order in which they came: what is hoisted misses the provider's cache.
 */
export interface ModelRequest {
  readonly model: string;
  readonly items: readonly InputItem[];
  readonly tools: readonly Tool[];
  readonly toolChoice?: ToolChoice;
  /** Absent: as the provider does it. */
  readonly parallelToolCalls?: boolean;
  readonly limits: Limits;
  readonly sampling: Sampling;
  readonly format?: OutputFormat;
  readonly reasoning?: ReasoningWish;
  /** How many words a model makes: `low`, `medium`, `high`. */
  readonly verbosity?: string;
  readonly cache?: { readonly key?: string; readonly retention?: string };
  /** `auto`, `default`, `flex`, `priority`, `scale`, `standard_only` … */
  readonly tier?: string;
  /** Who is behind the caller, as the caller says. */
  readonly endUser?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly store?: boolean;
  readonly stream: boolean;
  /** The caller wants to see usage in a stream; Signet asks for it all the same. */
  readonly streamUsage: boolean;
  /** Fields of its protocol that this model has no word for, by their path, as they came. */
  readonly foreign: ReadonlyMap<string, unknown>;
}

export type InputItem = (MessageItem | ReasoningItem | ToolCallItem | ToolResultItem | ForeignItem) & Placed;

export interface MessageItem {
  readonly kind: 'message';
  readonly role: 'system' | 'developer' | 'user' | 'assistant';
  readonly parts: readonly Part[];
  readonly name?: string;
}

/** What a model thought in an earlier turn. */
export interface ReasoningItem {
  readonly kind: 'reasoning';
  readonly text: string;
  /** The text is a summary of it. */
  readonly summary?: boolean;
  readonly sealed?: Sealed;
  /** Its text is kept from all but its maker: what is sealed is the whole of it. */
  readonly redacted?: boolean;
}

export interface ToolCallItem {
  readonly kind: 'tool-call';
  readonly id: string;
  readonly name: string;
  /** JSON as it came, which may be broken; of a custom tool its free text. */
  readonly arguments: string;
  readonly custom?: boolean;
  readonly sealed?: Sealed;
  readonly cacheMark?: CacheMark;
}

export interface ToolResultItem {
  readonly kind: 'tool-result';
  readonly callId: string;
  /** Of the function, where it is known: Gemini asks for it. */
  readonly name?: string;
  readonly parts: readonly Part[];
  readonly isError?: boolean;
  readonly cacheMark?: CacheMark;
}

export interface ForeignItem {
  readonly kind: 'foreign';
  readonly type: string;
  readonly value: unknown;
}

export type Tool = (FunctionTool | CustomTool | ForeignTool) & Placed;

export interface FunctionTool {
  readonly kind: 'function';
  readonly name: string;
  readonly description?: string;
  /** JSON Schema of its arguments. */
  readonly schema?: unknown;
  readonly strict?: boolean;
  readonly cacheMark?: CacheMark;
}

/** One whose argument is free text. */
export interface CustomTool {
  readonly kind: 'custom';
  readonly name: string;
  readonly description?: string;
  readonly grammar?: unknown;
}

/** One that the provider runs itself. */
export interface ForeignTool {
  readonly kind: 'foreign';
  readonly type: string;
  readonly value: unknown;
}

export type ToolChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'none' }
  | { readonly kind: 'required' }
  | { readonly kind: 'one-of'; readonly names: readonly string[] };

export interface Limits {
  /** Of the answer, reasoning included. */
  readonly maxTokens?: number;
  readonly stop?: readonly string[];
  /** How many answers; one unless said. */
  readonly answers?: number;
}

export interface Sampling {
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly seed?: number;
  readonly presencePenalty?: number;
  readonly frequencyPenalty?: number;
  readonly logitBias?: Readonly<Record<string, number>>;
  /** How many of the likeliest beside each token. */
  readonly logprobs?: number;
}

export type OutputFormat =
  | { readonly kind: 'json-object' }
  | {
      readonly kind: 'json-schema';
      readonly name?: string;
      readonly description?: string;
      readonly schema: unknown;
      readonly strict?: boolean;
    };

export const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;

export interface ReasoningWish {
  readonly effort?: (typeof efforts)[number];
  /** Tokens, where a protocol counts them in place of an effort. */
  readonly budget?: number;
  /** The caller wants to read a summary of it. */
  readonly summary?: string;
}
