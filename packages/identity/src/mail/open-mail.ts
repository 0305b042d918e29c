import type { FillRandom, SendTestMailAnswer, SendTestMailRequest, WallClock } from '@signet/contracts';
import type { MailQueue, Post, ProtocolStore } from '../ports/index.ts';
import { createLetterWriter, type ReadTemplate, templateFaults } from './letter-writer.ts';
import { createMailBudget } from './mail-budget.ts';
import { createMailroom, type Mailroom } from './mailroom.ts';
import { type ErrandParts, writeErrands } from './write-errands.ts';

/** How mail leaves, as the composition root has it. */
export interface MailWay {
  readonly post: Post;
  readonly readTemplate: ReadTemplate;
  /** What people know this place by, asked at each mail; absent: by its host. */
  readonly siteName?: () => string | undefined;
  /** Called when something was asked for, so that nobody waits for the next look. */
  readonly onAsked: () => void;
}

export interface MailAdministration {
  /** Rejects with `overloaded`. */
  sendTest(request: SendTestMailRequest): Promise<SendTestMailAnswer>;
}

export function openMailroom(
  parts: Omit<ErrandParts, 'takeFromBudget'> & {
    readonly protocol: ProtocolStore;
    readonly mailQueue: MailQueue;
    readonly mail: MailWay;
    readonly random: FillRandom;
    readonly wall: WallClock;
    readonly reportFault: (error: unknown) => void;
  },
): Mailroom {
  const { readTemplate, siteName, post, onAsked } = parts.mail;
  for (const fault of templateFaults(readTemplate)) parts.reportFault(new Error(fault));
  return createMailroom({
    ...parts,
    queue: parts.mailQueue,
    post,
    onAsked,
    writeErrand: writeErrands({ ...parts, takeFromBudget: createMailBudget(parts) }),
    writeLetter: createLetterWriter({
      ...parts,
      readTemplate,
      ...(siteName === undefined ? {} : { siteName }),
    }),
  });
}

export function createMailAdministration(mailroom: Mailroom, { post }: MailWay): MailAdministration {
  return {
    async sendTest({ to, language }) {
      await mailroom.ask({ kind: 'test', to, language });
      return { to, by: post.by, waiting: await mailroom.waiting() };
    },
  };
}
