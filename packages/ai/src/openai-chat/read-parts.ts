import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { CacheMark, ImagePart, Part, Source } from '../model/part.ts';
import { readUrl } from '../source/data-url.ts';

const details = ['auto', 'low', 'high', 'original'] as const;

/** `content` of a message of the request: a text, or a list of parts. */
export function readParts(message: Fields): readonly Part[] {
  const content = message.take('content');
  if (content === undefined) return [];
  if (typeof content === 'string') return [{ kind: 'text', text: content, path: `${message.path}.content` }];
  return message.each('content').flatMap((part) => {
    const read = readPart(part);
    part.leave();
    return read === undefined ? [] : [{ ...read, path: part.path }];
  });
}

function readPart(part: Fields): Part | undefined {
  const type = part.text('type') ?? 'text';
  switch (type) {
    case 'text':
      return known({ kind: 'text' as const, text: part.text('text') ?? '', cacheMark: readMark(part) });
    case 'image_url':
      return readImage(part);
    case 'input_audio':
      return readAudio(part);
    case 'file':
      return readFile(part);
    case 'refusal':
      return { kind: 'refusal', text: part.text('refusal') ?? '' };
    default:
      return { kind: 'foreign', type, value: part.whole() };
  }
}

function readImage(part: Fields): Part | undefined {
  const bare = part.take('image_url');
  const below = typeof bare === 'string' ? undefined : part.below('image_url');
  const url = typeof bare === 'string' ? bare : below?.text('url');
  const detail = below && readDetail(below);
  below?.leave();
  if (url === undefined) return undefined;
  return known({ kind: 'image' as const, source: readUrl(url), detail, cacheMark: readMark(part) });
}

/** How closely it is looked at. */
export function readDetail(image: Fields): ImagePart['detail'] {
  const said = image.text('detail');
  const detail = details.find((each) => each === said);
  if (said !== undefined && detail === undefined) image.lose('detail', 'dropped', 'there is no such detail');
  return detail;
}

function readAudio(part: Fields): Part | undefined {
  const below = part.below('input_audio');
  const data = below?.text('data');
  const format = below?.text('format');
  below?.leave();
  return data === undefined || format === undefined ? undefined : { kind: 'audio', data, format };
}

/** An id, or bytes in a data URL; bare base64 is taken for a PDF, as it was before there were others. */
function readFile(part: Fields): Part | undefined {
  const below = part.below('file');
  const id = below?.text('file_id');
  const data = below?.text('file_data');
  const name = below?.text('filename');
  below?.leave();
  const source = id === undefined ? fileSource(data) : ({ from: 'id', id } as const);
  return source && known({ kind: 'file' as const, source, name, cacheMark: readMark(part) });
}

export function fileSource(data: string | undefined): Source | undefined {
  if (data === undefined) return undefined;
  const read = readUrl(data);
  return read.from === 'data' ? read : { from: 'data', mediaType: 'application/pdf', data };
}

/** Anthropic's mark, which clients of this protocol write for those who pass it on. */
export function readMark(part: Fields): CacheMark | undefined {
  const mark = part.below('cache_control');
  if (mark === undefined) return undefined;
  mark.ignore('type');
  const ttl = mark.text('ttl') === '1h' ? '1h' : '5m';
  mark.leave();
  return { ttl };
}
