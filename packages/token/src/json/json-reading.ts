import type { JsonNode } from './json-node.ts';

/** Where the text stops being JSON (RFC 8259), and why. */
export interface JsonProblem {
  readonly offset: number;
  readonly sentence: string;
  /** The text may be JSON, but holds more values than were to be read. */
  readonly tooManyValues?: true;
  /** The text may be JSON, but nests deeper than was to be read. */
  readonly tooDeep?: number;
}

export type JsonReading =
  | { readonly kind: 'json'; readonly root: JsonNode; readonly duplicates: readonly DuplicateMember[] }
  | { readonly kind: 'not-json'; readonly problem: JsonProblem };

export interface DuplicateMember {
  readonly name: string;
  readonly offset: number;
}
