import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Citation } from '../model/part.ts';

/** `annotations` of a message, as OpenAI writes them. */
export function readAnnotations(fields: Fields): readonly Citation[] {
  return fields.each('annotations').flatMap((annotation) => {
    const type = annotation.text('type');
    const below = type === 'url_citation' ? annotation.below('url_citation') : undefined;
    const citation =
      below &&
      known({
        url: below.text('url'),
        title: below.text('title'),
        start: below.number('start_index'),
        end: below.number('end_index'),
      });
    below?.leave();
    annotation.leave();
    return citation === undefined ? [] : [citation];
  });
}

/** Perplexity's: addresses beside the choices, and what the search found, each of which repeats the other. */
export function readSources(chunk: Fields): readonly Citation[] {
  const found = chunk.each('search_results').map((result) => {
    const citation = known({
      url: result.text('url'),
      title: result.text('title'),
      quoted: result.text('snippet'),
    });
    result.leave();
    return citation;
  });
  const urls = chunk.list('citations').filter((url) => typeof url === 'string');
  return found.length > 0 ? found : urls.map((url) => ({ url }));
}

export function writeAnnotation(citation: Citation): Readonly<Record<string, unknown>> {
  return {
    type: 'url_citation',
    url_citation: known({
      url: citation.url ?? '',
      title: citation.title ?? '',
      start_index: citation.start,
      end_index: citation.end,
    }),
  };
}
