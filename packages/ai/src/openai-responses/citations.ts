import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Citation } from '../model/part.ts';

/** An annotation, which it leaves. Files are cited by their name; their ids live at one upstream. */
export function readAnnotation(annotation: Fields): Citation {
  annotation.ignore('type', 'index', 'file_id', 'container_id');
  const citation = known({
    url: annotation.text('url') || undefined,
    title: annotation.text('title') || annotation.text('filename'),
    start: annotation.number('start_index'),
    end: annotation.number('end_index'),
  });
  annotation.leave();
  return citation;
}

export function writeAnnotation(citation: Citation): Readonly<Record<string, unknown>> {
  return {
    type: 'url_citation',
    url: citation.url ?? '',
    title: citation.title ?? '',
    ...known({ start_index: citation.start, end_index: citation.end }),
  };
}
