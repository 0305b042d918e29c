import { type MailLanguage, mailLanguages } from '@signet/contracts';
import { usageFailure } from '../failure.ts';

/** That of `--language`; English unless it is given. */
export function mailLanguageOf(asked = 'en'): MailLanguage {
  const language = mailLanguages.find((known) => known === asked);
  if (language === undefined) throw noLanguage;
  return language;
}

const noLanguage = usageFailure({
  sentence: 'Signet writes mail in no such language.',
  expected: `one of ${mailLanguages.join(', ')}`,
  actual: 'another language',
  fix: 'Name one of these with `--language`.',
});
