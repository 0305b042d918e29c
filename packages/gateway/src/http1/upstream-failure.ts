export type UpstreamFailureKind =
  /** No connection: refused, unresolvable, TLS not accepted. */
  | 'unreachable'
  | 'connect-timeout'
  /** Connected, but silent for too long. */
  | 'timeout'
  /** Closed or reset before the response was complete. */
  | 'broken'
  /** The response's bytes can be read in more than one way, or in none. */
  | 'malformed'
  /** Every connection is in use and the queue is full. */
  | 'busy'
  /** Every connection was in use for as long as a call may wait. */
  | 'waited'
  /** The client's body ended early, or the call was aborted by us. */
  | 'aborted';

/** Why an exchange with an upstream has no complete response. Its message may be shown; it holds no header and no body. */
export class UpstreamFailure extends Error {
  readonly kind: UpstreamFailureKind;
  /** True when the upstream cannot have acted on the request, so that it may be sent again. */
  readonly untouched: boolean;

  constructor(kind: UpstreamFailureKind, message: string, options: { untouched: boolean; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UpstreamFailure';
    this.kind = kind;
    this.untouched = options.untouched;
  }
}
