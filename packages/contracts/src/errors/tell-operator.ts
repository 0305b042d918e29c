import { requestRefusal } from './request-refusal.ts';
import { SignetError } from './signet-error.ts';

/** The part of a logger that this needs. */
export interface OperatorLog {
  error(about: object, message: string): void;
  warn(about: object, message: string): void;
}

/**
 * Tells the operator what the caller is not told: of a bug everything, of a refusal with an internal half that half.
 * Refusals without one say all there is in their answer.
 */
export function tellOperator(error: unknown, log: OperatorLog): void {
  const { code } = requestRefusal(error);
  if (code === 'internal_error') log.error({ err: error }, 'A request failed');
  else if (error instanceof SignetError && error.internal !== undefined) {
    log.warn({ code, reason: error.internal }, 'A request could not be served');
  }
}
