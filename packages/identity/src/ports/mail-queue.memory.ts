import type { MailId } from '@signet/contracts';
import type { MailQueue, QueuedMail } from './mail-queue.ts';

interface Held extends QueuedMail {
  readonly dueAt: number;
}

/** Mails that wait as long as the process lasts. */
export function createMemoryMailQueue(): MailQueue {
  const held = new Map<MailId, Held>();
  return {
    async add(mail, most) {
      if (held.size >= most) return 'full';
      held.set(mail.id, { ...mail, attempts: 0, dueAt: mail.queuedAt });
      return 'added';
    },
    async take(now, until, limit) {
      const due = [...held.values()].filter(({ dueAt }) => dueAt <= now).sort(byDue);
      return due.slice(0, limit).map(({ dueAt: _, ...mail }) => {
        held.set(mail.id, { ...mail, attempts: mail.attempts + 1, dueAt: until });
        return mail;
      });
    },
    async postpone(id, dueAt) {
      const mail = held.get(id);
      if (mail !== undefined) held.set(id, { ...mail, dueAt });
    },
    async remove(id) {
      held.delete(id);
    },
    async waiting() {
      return held.size;
    },
  };
}

function byDue(one: Held, other: Held): number {
  return one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1);
}
