import { type FillRandom, newId, refusal, SignetError, type WallClock } from '@signet/contracts';
import type { MailQueue, Post, QueuedMail } from '../ports/index.ts';
import type { Errand } from './errand.ts';
import type { Letter, WriteLetter } from './letter-writer.ts';

const minute = 60_000;

/** More cannot be asked for than this, however slow the mail server is. */
const mostWaiting = 10_000;
/** Milliseconds after which a mail that was taken is sent again: above all that a mail server may take. */
const takenFor = 3 * minute;
const keptTrying = 24 * 60 * minute;
const together = 8;
/** What is left is taken at the next look. */
const mostRounds = 200;

/** What became of a mail. It names neither receiver nor content. */
export interface Delivered {
  readonly mail: QueuedMail['id'];
  readonly kind: Errand['kind'];
  /** `nobody`: there was no one to write to, of which nobody is told. */
  readonly outcome: 'sent' | 'refused' | 'later' | 'given_up' | 'nobody';
  readonly error?: unknown;
}

/** Whom and what to write for an errand; `undefined` where there is nobody. */
export type WriteErrand = (errand: Errand, mail: QueuedMail) => Promise<Letter | undefined>;

export interface Mailroom {
  /** Durable when it resolves; what is asked for is written and sent later. Rejects with `overloaded`. */
  ask(errand: Errand): Promise<void>;
  /** Writes and sends what is due, and tells of each. Rejects where the queue cannot be read. */
  deliverDue(tell: (delivered: Delivered) => void): Promise<void>;
  waiting(): Promise<number>;
}

export function createMailroom(parts: {
  readonly queue: MailQueue;
  readonly post: Post;
  readonly writeErrand: WriteErrand;
  readonly writeLetter: WriteLetter;
  /** Called when something was asked for, so that nobody waits for the next look. */
  readonly onAsked: () => void;
  readonly random: FillRandom;
  readonly wall: WallClock;
}): Mailroom {
  const { queue, post, wall } = parts;

  async function send(mail: QueuedMail, errand: Errand): Promise<Delivered['outcome']> {
    const letter = await parts.writeErrand(errand, mail);
    if (letter === undefined) return 'nobody';
    const { to, language } = letter;
    return post.send({ id: mail.id, to, language, date: mail.queuedAt, ...parts.writeLetter(letter) });
  }

  async function deliver(mail: QueuedMail): Promise<Delivered> {
    const errand: Errand = JSON.parse(mail.errand);
    const told = { mail: mail.id, kind: errand.kind };
    try {
      const outcome = await send(mail, errand);
      await queue.remove(mail.id);
      return { ...told, outcome };
    } catch (error) {
      if (wall() - mail.queuedAt >= keptTrying) {
        await queue.remove(mail.id);
        return { ...told, outcome: 'given_up', error };
      }
      await queue.postpone(mail.id, wall() + pauseAfter(mail.attempts));
      return { ...told, outcome: 'later', error };
    }
  }

  return {
    async ask(errand) {
      const id = newId('mail', parts.random);
      const added = await queue.add({ id, errand: JSON.stringify(errand), queuedAt: wall() }, mostWaiting);
      if (added === 'full') throw new SignetError(refusal('overloaded.mails'));
      parts.onAsked();
    },
    async deliverDue(tell) {
      for (let round = 0; round < mostRounds; round += 1) {
        const due = await queue.take(wall(), wall() + takenFor, together);
        if (due.length === 0) return;
        await Promise.all(due.map(async (mail) => tell(await deliver(mail))));
      }
    },
    waiting: () => queue.waiting(),
  };
}

/** Milliseconds: ten seconds, doubled by each attempt before, up to half an hour. */
function pauseAfter(attempts: number): number {
  return Math.min(30 * minute, 10_000 * 2 ** Math.min(attempts, 10));
}
