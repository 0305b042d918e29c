import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailSender } from '@signet/contracts';
import type { Mail, Post } from '@signet/identity/ports';
import { createTransport } from 'nodemailer';
import type { Logger } from '../logging/logger.ts';
import { compose } from './compose.ts';

/** Older ones are removed: what is in them has long expired. */
const mostKept = 500;

/**
 * Puts each mail into a file that its owner alone can read, because no mail server is configured. The log names the file
 * and tells nothing of what is in it.
 */
export function createOutboxPost(options: {
  readonly folder: string;
  readonly from: MailSender;
  readonly log: Logger;
}): Post {
  const { folder, from, log } = options;
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    by: 'outbox',
    async send(mail) {
      const { message } = await composer.sendMail(compose(mail, from));
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, fileOf(mail));
      await writeWhole(file, message as Buffer);
      removeOldest(folder);
      log.warn({ file }, 'A mail was put into the outbox, because no mail server is configured');
      return 'sent';
    },
  };
}

/** In the order of time, and the same for the same mail. */
function fileOf({ id, date }: Mail): string {
  return `${new Date(date).toISOString().replace(/[-:]|\.\d+/g, '')}-${id}.eml`;
}

/** On disk before it has its name, so that nobody sees half of it. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function removeOldest(folder: string): void {
  const mails = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  for (const name of mails.slice(0, -mostKept)) rmSync(join(folder, name), { force: true });
}
