import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Citation } from '../model/part.ts';

const counted = 'its places are counted in bytes, those of other protocols in letters';

/** Where a text has it from, as far as Gemini says it: by its own recitation, or by a search that it ran. */
export function readCitations(candidate: Fields): readonly Citation[] {
  return [...recited(candidate.below('citationMetadata')), ...grounded(candidate.below('groundingMetadata'))];
}

function recited(metadata: Fields | undefined): readonly Citation[] {
  if (metadata === undefined) return [];
  const sources = [...metadata.each('citationSources'), ...metadata.each('citations')];
  const citations = sources.map((source) => {
    const citation = known({ url: source.text('uri'), title: source.text('title') });
    source.leave(counted);
    return citation;
  });
  metadata.leave();
  return citations;
}

function grounded(metadata: Fields | undefined): readonly Citation[] {
  if (metadata === undefined) return [];
  const chunks = metadata.each('groundingChunks').map(readChunk);
  const citations = metadata.each('groundingSupports').flatMap((support) => readSupport(support, chunks));
  metadata.leave();
  return citations.length > 0 ? citations : chunks;
}

function readChunk(chunk: Fields): Citation {
  const web = chunk.below('web') ?? chunk.below('retrievedContext');
  const citation = web === undefined ? {} : known({ url: web.text('uri'), title: web.text('title') });
  web?.leave();
  chunk.leave();
  return citation;
}

function readSupport(support: Fields, chunks: readonly Citation[]): readonly Citation[] {
  const segment = support.below('segment');
  const quoted = segment?.text('text');
  segment?.leave(counted);
  const cited = support
    .list('groundingChunkIndices')
    .flatMap((at) => (typeof at === 'number' ? [chunks[at]] : []));
  support.leave();
  return cited.flatMap((chunk) => (chunk === undefined ? [] : [known({ ...chunk, quoted })]));
}
