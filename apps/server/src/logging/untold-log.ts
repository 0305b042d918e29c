import type { ReportUntold } from '../telemetry/open-telemetry.ts';
import type { Logger } from './logger.ts';

/** Says once that lines or spans of requests are lost, and once that they no longer are. */
export function untoldLog(log: Logger, node: string): ReportUntold {
  return (what, problem) => {
    if (problem === undefined) log.info({ node, what }, 'What requests leave behind is written again');
    else
      log.error(
        { node, what, problem },
        'What requests leave behind cannot be written; it is lost, and counted',
      );
  };
}
