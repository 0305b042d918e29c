import type { Clocks } from '@signet/contracts';
import type { Identity } from '@signet/identity';
import { createCautiousTime } from '../cleaning/cautious-time.ts';
import type { Logger } from '../logging/logger.ts';

/** Looks from time to time whether the keys are due to change. Every node has one; the store lets one of them act. */
export interface FollowedSchedule {
  /** One look; never rejects. */
  look(): Promise<void>;
  close(): Promise<void>;
}

const lookEvery = 60_000;

/** Looks at once, then every minute, by the earliest time that it can be: a clock that is ahead for a while rotates nothing. */
export function followSchedule(options: {
  readonly rotate: Identity['rotateBySchedule'];
  readonly clocks: Clocks;
  readonly log: Logger;
}): FollowedSchedule {
  const { rotate, log } = options;
  const earliest = createCautiousTime(options.clocks);
  let turn: Promise<void> = Promise.resolve();

  async function lookOnce(): Promise<void> {
    try {
      const taken = await rotate(earliest());
      if (taken?.done === 'published')
        log.info({ key: taken.key }, 'The next signing key was published by schedule');
      if (taken?.done === 'activated')
        log.info({ key: taken.key }, 'The next signing key signs, by schedule');
    } catch (error) {
      log.error({ err: error }, 'The schedule of the signing keys could not be followed; it is tried again');
    }
  }

  function look(): Promise<void> {
    turn = turn.then(lookOnce);
    return turn;
  }

  void look();
  const timer = setInterval(() => void look(), lookEvery).unref();
  return {
    look,
    async close() {
      clearInterval(timer);
      await turn;
    },
  };
}
