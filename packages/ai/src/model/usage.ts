/** Who says so: what a bill rests on. */
export type Provenance = 'provider' | 'estimated' | 'aborted-partial' | 'cached';

/**
 * Tokens of one answer. `input` includes what was read from and written to the provider's cache, whatever the wire says
 * (Anthropic's leaves both out). An explicit zero is a zero; what is absent was not said.
 */
export interface Usage {
  readonly provenance: Provenance;
  readonly input: number;
  readonly output: number;
  /** Within `input`. */
  readonly cacheRead?: number;
  /** Within `input`, for five minutes and for an hour. */
  readonly cacheWrite5m?: number;
  readonly cacheWrite1h?: number;
  /** Within `output`. */
  readonly reasoning?: number;
  readonly audioInput?: number;
  readonly audioOutput?: number;
  readonly imageInput?: number;
  /** That served it, where the provider says so: it has a price of its own. */
  readonly tier?: string;
  /** Where several models took part, each priced by itself; their sums are above. */
  readonly iterations?: readonly Iteration[];
  /** What a provider counts beside tokens, such as searches. */
  readonly others?: Readonly<Record<string, number>>;
}

/** One run of one model within an answer. */
export interface Iteration extends Usage {
  readonly model?: string;
  /** The provider's own word for what it was for: `message`, `compaction`, `advisor_message`. */
  readonly purpose?: string;
}
