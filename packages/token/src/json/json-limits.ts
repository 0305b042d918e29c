export interface JsonLimits {
  /** Levels of arrays and objects inside each other; default 64. */
  readonly maxDepth?: number;
  /** Values in all, arrays and objects included; default as many as the text has room for. */
  readonly maxValues?: number;
}
