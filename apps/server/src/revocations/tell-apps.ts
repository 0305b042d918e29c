import type { Identity } from '@signet/identity';
import type { Logger } from '../logging/logger.ts';

/** Tells apps of sessions that ended. Every node has one; the store gives each app to one of them. */
export interface TellingApps {
  /** One turn; never rejects. */
  tell(): Promise<void>;
  close(): Promise<void>;
}

const tellEvery = 2_000;

/** Begins at once, then goes on every two seconds; a turn that takes longer is waited for. */
export function startTellingApps(options: {
  readonly tellApps: Identity['tellApps'];
  readonly log: Logger;
}): TellingApps {
  const { tellApps, log } = options;
  let running: Promise<void> | undefined;

  async function turn(): Promise<void> {
    try {
      const { told, givenUp } = await tellApps();
      if (told > 0) log.info({ told }, 'Told apps that sessions of theirs ended');
      if (givenUp > 0) log.warn({ givenUp }, 'Gave up telling apps that sessions of theirs ended');
    } catch (error) {
      log.error({ err: error }, 'Apps could not be told of sessions that ended; it is tried again');
    }
  }

  function tell(): Promise<void> {
    running ??= turn().finally(() => {
      running = undefined;
    });
    return running;
  }

  void tell();
  const timer = setInterval(() => void tell(), tellEvery).unref();
  return {
    tell,
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
