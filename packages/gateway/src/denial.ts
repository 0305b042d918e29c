import type { ErrorCode, StepName } from '@signet/contracts';
import type { Refusal } from '@signet/token/verdict';

export interface DenialDetails {
  /** Headers of the answer beyond those every refusal has: name, value, name, value … */
  readonly headers?: readonly string[];
  /** `scope` of the challenge (RFC 6750 §3). */
  readonly scope?: string;
  /** For the operator's record only, never for the caller. */
  readonly note?: string;
  /** The client's connection cannot be used again, since nobody knows where its next request would begin. */
  readonly closes?: boolean;
}

/** Why a step lets a request go no further. Not an error: a step that refuses has done its work. */
export class Denial {
  readonly step: StepName;
  readonly refusal: Refusal<ErrorCode>;
  readonly details: DenialDetails;

  constructor(step: StepName, refusal: Refusal<ErrorCode>, details: DenialDetails = {}) {
    this.step = step;
    this.refusal = refusal;
    this.details = details;
  }
}

/** What a bug looks like from outside: nothing of it. `step` is where it happened. */
export function internalError(step: StepName, error: unknown): Denial {
  return new Denial(
    step,
    {
      code: 'internal_error',
      sentence: 'The gateway could not decide on this request, so it refused.',
      fix: 'Give the reference to whoever runs this gateway.',
    },
    { note: `A fault of kind ${error instanceof Error ? error.name : typeof error}`, closes: true },
  );
}
