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

function contentOf(refusal: SignetRefusal, reference: string): string {
  const fix = refusal.fix === undefined ? '' : `<p>${escaped(refusal.fix)}</p>\n`;
  return `${fix}<p><a href="/errors/${refusal.code}">${refusal.code}</a> · <code>${escaped(reference)}</code></p>`;
}
