import { type MailLanguage, mailLanguages } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';

export interface TestMailOptions extends ServerOptions {
  readonly language?: string;
}

/** Has the server send a mail, and says where to look for it. */
export async function testMail(context: Context, to: string, options: TestMailOptions): Promise<void> {
  const language = languageOf(options.language ?? 'en');
  const sent = await openAdmin(context, options).sendTestMail({ to, language });
  answer(context, options, sent, () =>
    [
      outcomeLine(context.paint, true, `A mail to ${sent.to} is on its way.`),
      sent.by === 'outbox'
        ? 'No mail server is configured, so it goes to the outbox: `signet mail show`'
        : 'If it does not arrive, the log of the server says why',
      '',
    ].join('\n'),
  );
}

function languageOf(asked: string): MailLanguage {
  const known = mailLanguages.find((language) => language === asked);
  if (known !== undefined) return known;
  throw usageFailure({
    sentence: 'Signet writes mail in no such language.',
    expected: `one of ${mailLanguages.join(', ')}`,
    actual: 'another language',
    fix: 'Name one of these with `--language`.',
  });
}
