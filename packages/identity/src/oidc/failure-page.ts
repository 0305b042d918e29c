import type { AnswerRefusal, SignetRefusal } from '@signet/contracts';
import { escaped, pageOf } from './page.ts';

/** Shows a person what cannot be told to the app, because nobody knows where the app is. */
export type ShowFailure = (
  refusal: SignetRefusal,
  request: { readonly method: string; readonly url: string },
) => FailurePage;

export interface FailurePage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

/** Nothing of the request stands on the page but what the refusal says, and it leads nowhere but to our own pages. */
export function createFailurePage(answerRefusal: AnswerRefusal): ShowFailure {
  return (refusal, request) => {
    const { status, headers, reference } = answerRefusal(refusal, { ...request, durationMicros: 0 });
    return {
      status,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      html: pageOf(refusal.sentence, contentOf(refusal, reference)),
    };
  };
}

function contentOf({ expected, actual, fix, code }: SignetRefusal, reference: string): string {
  const told = [
    ['Expected', expected],
    ['Got', actual],
    ['Fix', fix],
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
