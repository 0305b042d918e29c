import type { Reference } from '@signet/contracts';
import type { Logger } from './logger.ts';
import { stackOf } from './stack-of.ts';

/** Writes what a gateway did not foresee to the log, under the reference that its caller was given. */
export function faultLog(log: Logger, node: string): (error: unknown, reference: Reference) => void {
  return (error, reference) => {
    const stack = typeof error === 'string' ? error : stackOf(error);
    log.error({ node, reference, stack }, 'A request failed for a reason that nobody foresaw');
  };
}
