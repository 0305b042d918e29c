import type { JumpListener } from '@signet/contracts';
import type { Logger } from './logger.ts';

/** Says that the clocks of a process jumped apart. @param node Names the process, where it is one of several. */
export function jumpLog(log: Logger, node?: string): JumpListener {
  return (milliseconds) => {
    log.warn(
      { node, jumpedMs: milliseconds },
      'The clock was set, or the machine slept; no token is believed until the revocation log has been read again',
    );
  };
}
