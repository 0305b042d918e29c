import { type ChallengeParameters, refusal, type SignetRefusal, type StepName } from '@signet/contracts';

export interface DenialDetails {
  /** Headers of the answer beyond those every refusal has: name, value, name, value … */
  readonly headers?: readonly string[];
  /** What the challenge says of a token that would do. */
  readonly challenge?: ChallengeParameters;
  /** The route takes names with passwords (RFC 7617), beside tokens or alone. */
  readonly basic?: 'beside' | 'alone';
  /** For the operator's record only, never for the caller. */
  readonly note?: string;
  /** The client's connection cannot be used again, since nobody knows where its next request would begin. */
  readonly closes?: boolean;
}

/** Why a step lets a request go no further. Not an error: a step that refuses has done its work. */
export class Denial {
  readonly step: StepName;
  readonly refusal: SignetRefusal;
  readonly details: DenialDetails;

  constructor(step: StepName, refusal: SignetRefusal, details: DenialDetails = {}) {
    this.step = step;
    this.refusal = refusal;
    this.details = details;
  }
}

/** What a bug looks like from outside: nothing of it. `step` is where it happened. */
export function internalError(step: StepName, error: unknown): Denial {
  const note = `A fault of kind ${error instanceof Error ? error.name : typeof error}`;
  return new Denial(step, refusal('internal_error.gateway'), { note, closes: true });
}
