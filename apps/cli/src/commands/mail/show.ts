import { answer, type Context, type ServerOptions } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { readOutbox } from './outbox.ts';

/** Shows one mail of the outbox, the last unless another is named. */
export async function showMail(
  context: Context,
  id: string | undefined,
  options: ServerOptions,
): Promise<void> {
  const mails = readOutbox(context, options);
  const mail = id === undefined ? mails[0] : mails.find((each) => each.id === id);
  if (mail === undefined) throw unknown(id);
  const lines = mail.text.split('\n').map(safeText);
  answer(context, options, mail, () =>
    [
      `Mail      ${mail.id}`,
      `Written   ${mail.date}`,
      `To        ${safeText(mail.to)}`,
      `Subject   ${safeText(mail.subject)}`,
      '',
      ...lines,
      '',
    ].join('\n'),
  );
}

function unknown(id: string | undefined): CommandFailure {
  return new CommandFailure({
    sentence: id === undefined ? 'The outbox is empty.' : 'There is no such mail in the outbox.',
    expected: 'a mail as `signet mail list` shows it (eml_…)',
    fix: 'List the mails with `signet mail list`; where a mail server is configured, mail is not kept here.',
  });
}
