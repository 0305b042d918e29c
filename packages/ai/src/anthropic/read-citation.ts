import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Citation } from '../model/part.ts';

const within = 'citations of other protocols name no place within a document';

/** Where a text has it from. Its place within a document, and what only Anthropic can read, have no room in the model. */
export function readCitation(fields: Fields): Citation {
  fields.ignore('type');
  const citation = known({
    url: fields.text('url') ?? fields.text('source'),
    title: fields.text('title') ?? fields.text('document_title'),
    quoted: fields.text('cited_text'),
  });
  fields.leave(within);
  return citation;
}
