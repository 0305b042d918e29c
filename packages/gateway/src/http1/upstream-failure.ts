import type { AttemptFailure } from '@signet/contracts';

export interface FailureDetails {
  /** True when the upstream cannot have acted on the request, so that it may be sent again. */
  readonly untouched: boolean;
  /** What is wrong with an answer, in English; it holds no header and no body. */
  readonly note?: string;
  /** How long was waited for what did not come. */
  readonly waitedMs?: number;
  /** How many there may be, where all are in use. */
  readonly connections?: number;
  readonly cause?: unknown;
}

/** Why an exchange with an upstream has no complete response. */
export class UpstreamFailure extends Error {
  readonly kind: AttemptFailure;
  readonly details: FailureDetails;

  constructor(kind: AttemptFailure, details: FailureDetails) {
    super(
      `No complete response: ${kind}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.name = 'UpstreamFailure';
    this.kind = kind;
    this.details = details;
  }

  get untouched(): boolean {
    return this.details.untouched;
  }
}
