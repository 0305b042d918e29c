import type { Fields } from '../fields/fields.ts';
import { known } from '../fields/known.ts';
import type { ImagePart, Part, Source } from '../model/part.ts';
import { readSeal } from './seal.ts';

/** A part of what is said; one that no other protocol has stays as it is. Undefined for one that says nothing. */
export function readPart(part: Fields): Part | undefined {
  const read = readText(part) ?? readInline(part) ?? readFile(part) ?? readForeign(part);
  part.leave();
  return read && { ...read, path: part.path };
}

function readText(part: Fields): Part | undefined {
  const text = part.text('text');
  if (text === undefined) return undefined;
  const signature = part.text('thoughtSignature');
  const sealed = signature === undefined ? undefined : readSeal(signature).sealed;
  return known({ kind: 'text' as const, text, sealed });
}

function readInline(part: Fields): Part | undefined {
  const inline = part.below('inlineData');
  if (inline === undefined) return undefined;
  const mediaType = inline.text('mimeType') ?? 'application/octet-stream';
  const data = inline.text('data') ?? '';
  const name = inline.text('displayName');
  inline.leave();
  const format = /^audio\/(?:x-)?([\w.+-]+)/.exec(mediaType)?.[1];
  if (format !== undefined) return { kind: 'audio', data, format: format === 'mpeg' ? 'mp3' : format };
  return ofMedia(mediaType, { from: 'data', mediaType, data }, { name, detail: readDetail(part) });
}

/** What is stored at Google has an address there that is an id: nobody else can read it. */
function readFile(part: Fields): Part | undefined {
  const file = part.below('fileData');
  if (file === undefined) return undefined;
  const mediaType = file.text('mimeType') ?? '';
  const uri = file.text('fileUri') ?? '';
  const name = file.text('displayName');
  file.leave();
  const isStored = !/^https?:/i.test(uri) || /^https:\/\/generativelanguage\.googleapis\.com\//i.test(uri);
  const source: Source = isStored ? { from: 'id', id: uri } : { from: 'url', url: uri };
  return ofMedia(mediaType, source, { name, detail: readDetail(part) });
}

function ofMedia(
  mediaType: string,
  source: Source,
  { name, detail }: { readonly name: string | undefined; readonly detail: ImagePart['detail'] },
): Part {
  if (mediaType.startsWith('image/')) return known({ kind: 'image' as const, source, detail });
  return known({ kind: 'file' as const, source, name });
}

function readDetail(part: Fields): ImagePart['detail'] {
  const resolution = part.below('mediaResolution');
  const level = resolution?.text('level');
  resolution?.leave();
  if (level === undefined) return undefined;
  return level.endsWith('_LOW') ? 'low' : level.endsWith('_HIGH') ? 'high' : 'auto';
}

function readForeign(part: Fields): Part | undefined {
  const value = part.whole();
  const [type] = Object.keys(value);
  return type === undefined ? undefined : { kind: 'foreign', type, value };
}
