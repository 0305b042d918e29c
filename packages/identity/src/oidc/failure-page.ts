import type { AnswerRefusal, SignetRefusal } from '@signet/contracts';

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
      html: pageOf(refusal, reference),
    };
  };
}

function pageOf(refusal: SignetRefusal, reference: string): string {
  const paragraph = (text: string | undefined) => (text === undefined ? '' : `<p>${escaped(text)}</p>\n`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Sign-in not possible</title>
</head>
<body>
<main>
<h1>${escaped(refusal.sentence)}</h1>
${paragraph(refusal.fix)}<p><a href="/errors/${refusal.code}">${refusal.code}</a> · <code>${escaped(reference)}</code></p>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
