import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, ServerOptions } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { type OutboxMail, readMail } from '../../input/read-mail.ts';
import { dataFolderOf } from '../../server/find-server.ts';

/** A mail of the outbox, under the id that it is asked for by. */
export interface KeptMail extends OutboxMail {
  readonly id: string;
  readonly file: string;
}

/** The mails that the server put into its data folder, the newest first. */
export function readOutbox(context: Context, options: ServerOptions): readonly KeptMail[] {
  const folder = join(dataFolderOf(context, options), 'outbox');
  const names = namesIn(folder).filter((name) => name.endsWith('.eml'));
  return names
    .sort()
    .reverse()
    .flatMap((name) => {
      const id = /^\d{8}T\d{6}Z-(eml_[0-9a-z]{1,40})\.eml$/.exec(name)?.[1];
      const file = join(folder, name);
      const mail = id === undefined ? undefined : readMail(readFileSync(file, 'utf8'));
      return id === undefined || mail === undefined ? [] : [{ id, file, ...mail }];
    });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // No mail was put there yet.
    if (code === 'ENOENT') return [];
    throw new CommandFailure({
      sentence: `The outbox ${folder} cannot be read (${code ?? 'something else'}).`,
      expected: 'the data folder of a Signet, and its owner',
      fix: 'Run the command as whoever runs Signet, and name its data folder with `--data`.',
    });
  }
}
