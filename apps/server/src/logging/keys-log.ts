import type { ReportKeys } from '@signet/gateway/ports';
import type { Logger } from './logger.ts';

/** Names each key that an issuer publishes and that a gateway does not use, with the reason. */
export function keysLog(log: Logger, node: string): ReportKeys {
  return (issuer, rejected) => {
    for (const { kid, refusal } of rejected)
      log.warn(
        { node, issuer, kid, code: refusal.code, reason: refusal.sentence },
        'An issuer publishes a key that is not used here',
      );
  };
}
