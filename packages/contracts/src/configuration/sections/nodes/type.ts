/** By the name that stands in its certificate. */
export type NodesConfiguration = Readonly<Record<string, NodeConfiguration>>;

export interface NodeConfiguration {
  /** SHA-256 fingerprints of certificates of this name that are not taken any more, in upper-case hexadecimal with colons. */
  readonly revoked: readonly string[];
}
