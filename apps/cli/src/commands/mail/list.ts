import { answer, type Context, type ServerOptions } from '../../context.ts';
import { table } from '../../terminal/table.ts';
import { readOutbox } from './outbox.ts';

/** Shows to whom the mails of the outbox are and what about; what is in them only `show` tells. */
export async function listMails(context: Context, options: ServerOptions): Promise<void> {
  const mails = readOutbox(context, options).map(({ text: _, ...mail }) => mail);
  const rows = mails.map(({ id, date, to, subject }) => [id, date, to, subject]);
  answer(context, options, { mails }, () =>
    mails.length === 0
      ? 'The outbox is empty\n'
      : `${table(['MAIL', 'WRITTEN', 'TO', 'SUBJECT'], rows, context.paint)}\n`,
  );
}
