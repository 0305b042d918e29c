import type { AnswerRefusal, SignetRefusal } from '@signet/contracts';
import { failureNames, spokenFailure } from './failure-words.ts';
import { escaped, pageOf } from './page.ts';
import { languageOf, type PageLanguage } from './page-language.ts';

/** Shows a person what cannot be told to the app, because nobody knows where the app is. */
export type ShowFailure = (refusal: SignetRefusal, request: FailedRequest) => FailurePage;

export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  /** As the browser sends it: the page speaks the reader's language, and records stay English. */
  readonly acceptLanguage: string | undefined;
}

export interface FailurePage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** Nothing of the request stands on the page but what the refusal says, and it leads nowhere but to our own pages. */
export function createFailurePage(answerRefusal: AnswerRefusal): ShowFailure {
  return (refusal, { method, url, acceptLanguage }) => {
    const { status, headers, reference } = answerRefusal(refusal, { method, url, durationMicros: 0 });
    const wanted = languageOf(acceptLanguage);
    const spoken = spokenFailure(refusal, wanted);
    // A page that has to stay English says so, for who has it read aloud.
    const language = spoken === undefined ? 'en' : wanted;
    const said = spoken ?? refusal;
    return {
      status,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      html: pageOf(said.sentence, contentOf(said, reference, language), language),
    };
  };
}

function contentOf(
  { expected, actual, fix, code }: SignetRefusal,
  reference: string,
  language: PageLanguage,
): string {
  const names = failureNames[language];
  const told = [
    [names.expected, expected],
    [names.actual, actual],
    [names.fix, fix],
  ] as const;
  const rows = told.flatMap(([name, text]) =>
    text === undefined ? [] : [`<dt>${name}</dt><dd>${marked(text)}</dd>\n`],
  );
  return `<dl>\n${rows.join('')}</dl>
<p><a href="/errors/${code}">${code}</a> · <code>${escaped(reference)}</code></p>`;
}

/** What stands between backticks in the texts of refusals is to be typed as it stands. */
function marked(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `<code>${escaped(part)}</code>`))
    .join('');
}
