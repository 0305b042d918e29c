import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Citation } from '../model/part.ts';

const within = 'citations of other protocols name no place within a document';

/** Where a text has it from: an address of the web, or a document of the request. */
export function readCitation(fields: Fields): Citation {
  const location = fields.below('location');
  const web = location?.below('web');
  const quoted = fields
    .each('sourceContent')
    .map((content) => {
      const text = content.text('text') ?? '';
      content.leave();
      return text;
    })
    .join('');
  const citation = known({
    url: web?.text('url'),
    title: fields.text('title') ?? fields.text('source'),
    quoted: quoted === '' ? undefined : quoted,
  });
  web?.ignore('domain');
  web?.leave();
  location?.leave(within);
  fields.ignore('source');
  fields.leave();
  return citation;
}
