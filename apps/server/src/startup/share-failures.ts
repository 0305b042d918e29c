import type { Identity } from '@signet/identity';
import type { Logger } from '../logging/logger.ts';

export interface SharingFailures {
  close(): Promise<void>;
}

const shareEvery = 1000;

/** Counts failed attempts with the other nodes, at once and then every second; a turn that takes longer is waited for. */
export function startSharingFailures(options: {
  readonly exchangeFailures: Identity['exchangeFailures'];
  readonly log: Logger;
}): SharingFailures {
  const { exchangeFailures, log } = options;
  let running: Promise<void> | undefined;
  let isCutOff = false;

  async function turn(): Promise<void> {
    try {
      await exchangeFailures();
      if (isCutOff) log.info('Failed attempts are counted with the other nodes again');
      isCutOff = false;
    } catch (error) {
      if (!isCutOff) log.warn({ err: error }, 'Failed attempts are counted on this node alone for a while');
      isCutOff = true;
    }
  }

  function share(): void {
    running ??= turn().finally(() => {
      running = undefined;
    });
  }

  share();
  const timer = setInterval(share, shareEvery).unref();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
