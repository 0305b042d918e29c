import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { FilePart, Part, Source } from '../model/part.ts';
import { fileSource, readDetail } from '../openai-chat/read-parts.ts';
import { readUrl } from '../source/data-url.ts';
import { readAnnotation } from './citations.ts';

/** Parts of a message or of a result, which stand in `member`: a text, or a list. */
export function readParts(item: Fields, member: 'content' | 'output'): readonly Part[] {
  const content = item.take(member);
  if (content === undefined) return [];
  if (typeof content === 'string') return [{ kind: 'text', text: content, path: `${item.path}.${member}` }];
  return item.each(member).flatMap((part) => {
    const read = readPart(part);
    part.leave();
    return read === undefined ? [] : [{ ...read, path: part.path }];
  });
}

function readPart(part: Fields): Part | undefined {
  const type = part.text('type') ?? '';
  switch (type) {
    case 'input_text':
    case 'output_text':
    case 'text':
      return readText(part);
    case 'input_image':
      return readImage(part);
    case 'input_file':
      return readFile(part);
    case 'input_audio':
      return readAudio(part);
    case 'refusal':
      return { kind: 'refusal', text: part.text('refusal') ?? '' };
    default:
      return { kind: 'foreign', type, value: part.whole() };
  }
}

/** Logprobs of an earlier turn say nothing to the next. */
function readText(part: Fields): Part {
  part.ignore('logprobs');
  const citations = part.each('annotations').map(readAnnotation);
  const text = part.text('text') ?? '';
  return citations.length === 0 ? { kind: 'text', text } : { kind: 'text', text, citations };
}

function readImage(part: Fields): Part | undefined {
  const url = part.text('image_url');
  const id = part.text('file_id');
  const detail = readDetail(part);
  const source = url === undefined ? byId(id) : readUrl(url);
  return source && known({ kind: 'image' as const, source, detail });
}

function readFile(part: Fields): FilePart | undefined {
  const url = part.text('file_url');
  const data = part.text('file_data');
  const id = part.text('file_id');
  const byUrl: Source | undefined = url === undefined ? undefined : { from: 'url', url };
  const source = byUrl ?? fileSource(data) ?? byId(id);
  return source && known({ kind: 'file' as const, source, name: part.text('filename') });
}

function byId(id: string | undefined): Source | undefined {
  return id === undefined ? undefined : { from: 'id', id };
}

function readAudio(part: Fields): Part | undefined {
  const below = part.below('input_audio');
  const data = below?.text('data');
  const format = below?.text('format');
  below?.leave();
  return data === undefined || format === undefined ? undefined : { kind: 'audio', data, format };
}
