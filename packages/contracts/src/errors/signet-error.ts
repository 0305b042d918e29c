import type { SignetRefusal } from '../refusals/refusal.ts';
import type { ErrorCode } from './catalogue.ts';

/**
 * The one error class that crosses rooms. `refusal` is public; `internal` is for the log of the operator
 * and, like everything else, never holds a token, secret, password or private key.
 */
export class SignetError extends Error {
  readonly refusal: SignetRefusal;
  readonly internal: string | undefined;

  constructor(refusal: SignetRefusal, options: { internal?: string; cause?: unknown } = {}) {
    super(refusal.sentence, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SignetError';
    this.refusal = refusal;
    this.internal = options.internal;
  }

  get code(): ErrorCode {
    return this.refusal.code;
  }
}
