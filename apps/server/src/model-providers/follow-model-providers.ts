import type { ModelProviderBook } from '@signet/control';
import type { Logger } from '../logging/logger.ts';

/** How soon it is known here what was added or removed at another node, when nothing pokes. */
const lookEvery = 1000;

export interface FollowedModelProviders {
  /** One look whether there are others; never rejects. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** Lets the gateways follow the providers of models that are added and removed by command, at whatever node. */
export function followModelProviders(options: {
  readonly book: Pick<ModelProviderBook, 'read' | 'revision'>;
  /** What the gateways follow already. */
  readonly followed: string;
  /** Gives what runs to the gateways once more. */
  readonly renew: () => Promise<void>;
  readonly onPoke: (look: () => void) => () => void;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}): FollowedModelProviders {
  const { book, renew, onPoke, log } = options;
  let { followed } = options;
  let isFailing = false;
  let turn: Promise<void> = Promise.resolve();

  async function lookOnce(): Promise<void> {
    try {
      await book.read();
      const next = book.revision();
      if (next !== followed) {
        await renew();
        followed = next;
        log.info({}, 'The providers of models that were added by command are others, and are followed');
      }
      isFailing = false;
    } catch (error) {
      if (!isFailing)
        log.warn(
          { err: error },
          'Which providers of models were added cannot be followed; it is tried again',
        );
      isFailing = true;
    }
  }

  function look(): Promise<void> {
    turn = turn.then(lookOnce);
    return turn;
  }

  let isLooking = false;
  const lookUnlessLooking = async () => {
    if (isLooking) return;
    isLooking = true;
    await look();
    isLooking = false;
  };
  const timer = setInterval(() => void lookUnlessLooking(), lookEvery).unref();
  const deafen = onPoke(() => void lookUnlessLooking());
  return {
    look,
    async close() {
      clearInterval(timer);
      deafen();
      await turn;
    },
  };
}
