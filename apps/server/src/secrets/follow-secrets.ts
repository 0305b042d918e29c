import { elapsed, type SecretsConfiguration, type SteadyClock } from '@signet/contracts';
import type { Logger } from '../logging/logger.ts';
import type { SecretKeeper } from './secret-keeper.ts';

/** Reads the secrets again from time to time. Every node does so for itself. */
export interface FollowedSecrets {
  /** One look whether they are due; never rejects. */
  look(): Promise<void>;
  close(): Promise<void>;
}

const lookEvery = 5_000;

export function followSecrets(options: {
  readonly keeper: Pick<SecretKeeper, 'refresh'>;
  readonly configuration: () => SecretsConfiguration;
  readonly steady: SteadyClock;
  readonly log: Logger;
}): FollowedSecrets {
  const { keeper, configuration, steady, log } = options;
  let turn: Promise<void> = Promise.resolve();
  let last = steady();

  async function lookOnce(): Promise<void> {
    const { refreshEvery } = configuration();
    if (refreshEvery === 'by-hand' || elapsed(last, steady()) < refreshEvery) return;
    last = steady();
    try {
      await keeper.refresh();
    } catch (error) {
      log.error({ err: error }, 'The secrets could not be read again; it is tried once more');
    }
  }

  function look(): Promise<void> {
    turn = turn.then(lookOnce);
    return turn;
  }

  const timer = setInterval(() => void look(), lookEvery).unref();
  return {
    look,
    async close() {
      clearInterval(timer);
      await turn;
    },
  };
}
