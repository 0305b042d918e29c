import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { Part, Source } from '../model/part.ts';
import { readCitation } from './read-citation.ts';
import { readMark } from './read-mark.ts';

/** `content` of a message or a result: a text, or blocks that are parts of it. */
export function readParts(fields: Fields): readonly Part[] {
  const content = fields.take('content');
  if (typeof content === 'string') return [{ kind: 'text', text: content, path: `${fields.path}.content` }];
  if (content === undefined) return [];
  return fields.each('content').map((block) => readPart(block, block.text('type') ?? ''));
}

/** A block that is a part of what is said; one that no other protocol has stays as it is. */
export function readPart(block: Fields, type: string): Part {
  const part = partOf(block, type);
  block.leave();
  return { ...part, path: block.path };
}

function partOf(block: Fields, type: string): Part {
  switch (type) {
    case 'text':
      return readText(block);
    case 'image':
      return readImage(block) ?? foreign(block, type);
    case 'document':
      return readDocument(block) ?? foreign(block, type);
    default:
      return foreign(block, type);
  }
}

function foreign(block: Fields, type: string): Part {
  return { kind: 'foreign', type, value: block.whole() };
}

function readText(block: Fields): Part {
  const citations = block.each('citations').map(readCitation);
  return known({
    kind: 'text' as const,
    text: block.text('text') ?? '',
    citations: citations.length === 0 ? undefined : citations,
    cacheMark: readMark(block),
  });
}

function readImage(block: Fields): Part | undefined {
  const source = readSource(block);
  return source && known({ kind: 'image' as const, source, cacheMark: readMark(block) });
}

function readDocument(block: Fields): Part | undefined {
  const source = readSource(block);
  if (source === undefined) return undefined;
  const citations = block.below('citations');
  if (citations?.flag('enabled') === true) {
    block.lose('citations', 'dropped', 'other protocols cite no documents of the request');
  } else citations?.leave();
  return known({ kind: 'file' as const, source, name: block.text('title'), cacheMark: readMark(block) });
}

/** Undefined for one that is made of blocks itself. */
function readSource(block: Fields): Source | undefined {
  const source = block.below('source');
  if (source === undefined) return undefined;
  const read = sourceOf(source, source.text('type') ?? '');
  source.leave();
  return read;
}

function sourceOf(source: Fields, type: string): Source | undefined {
  const mediaType = source.text('media_type') ?? 'application/octet-stream';
  switch (type) {
    case 'base64':
      return { from: 'data', mediaType, data: source.text('data') ?? '' };
    case 'text':
      return { from: 'text', text: source.text('data') ?? '' };
    case 'url':
      return { from: 'url', url: source.text('url') ?? '' };
    case 'file':
      return { from: 'id', id: source.text('file_id') ?? '' };
    default:
      source.whole();
      return undefined;
  }
}
