import type { Delivered, Identity } from '@signet/identity';
import type { Logger } from '../logging/logger.ts';

/** Sends what is due, from time to time and when something was asked for. Every node has one; they share the work. */
export interface FollowedMail {
  /** One look; never rejects. */
  look(): Promise<void>;
  close(): Promise<void>;
}

const lookEvery = 5000;

export function followMail(options: {
  readonly deliver: Identity['deliverMail'];
  readonly log: Logger;
}): FollowedMail {
  const { deliver, log } = options;
  let turn: Promise<void> = Promise.resolve();
  let isAsked = false;

  async function lookOnce(): Promise<void> {
    isAsked = false;
    try {
      await deliver((delivered) => tell(delivered, log));
    } catch (error) {
      log.error({ err: error }, 'The queue of mails could not be read; it is tried again');
    }
  }

  /** However often it is called during a look, one more follows. */
  function look(): Promise<void> {
    if (isAsked) return turn;
    isAsked = true;
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

/** `sent` and `nobody` alike, so that the log does not say either who has an account. */
const told = {
  sent: ['debug', 'A mail is done with'],
  nobody: ['debug', 'A mail is done with'],
  refused: ['warn', 'The mail server refused a mail for good'],
  later: ['warn', 'A mail could not be sent; it is tried again'],
  given_up: ['error', 'A mail could not be sent for a day and is given up'],
} as const;

function tell({ mail, kind, outcome, error }: Delivered, log: Logger): void {
  const [level, sentence] = told[outcome];
  log[level]({ mail, kind, ...(error === undefined ? {} : { err: error }) }, sentence);
}
