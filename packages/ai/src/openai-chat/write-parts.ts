import type { Notes } from '../mapping/notes.ts';
import type { FilePart, ImagePart, Part } from '../model/part.ts';
import { dataUrl } from '../source/data-url.ts';

type Wire = Readonly<Record<string, unknown>>;

/** `content` of a message: a text where it is nothing but one, as all upstreams take that. */
export function writeContent(parts: readonly Part[], notes: Notes): string | readonly Wire[] {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'text') {
    noteText(only, notes);
    return only.text;
  }
  return parts.flatMap((part) => writePart(part, notes));
}

/** The texts of a result, one below the other; what is no text is told, or goes elsewhere. */
export function writeText(parts: readonly Part[], notes: Notes): string {
  return parts
    .flatMap((part) => {
      if (part.kind !== 'text') return part.kind === 'refusal' ? [part.text] : [];
      noteText(part, notes);
      return [part.text];
    })
    .join('\n');
}

function writePart(part: Part, notes: Notes): readonly Wire[] {
  switch (part.kind) {
    case 'text':
      noteText(part, notes);
      return [{ type: 'text', text: part.text }];
    case 'image':
      return writeImage(part, notes);
    case 'audio':
      return [{ type: 'input_audio', input_audio: { data: part.data, format: part.format } }];
    case 'file':
      return writeFile(part, notes);
    case 'refusal':
      return [{ type: 'refusal', refusal: part.text }];
    case 'foreign':
      notes.note('parts of a provider', part.path);
      return [];
  }
}

function noteText(part: Part & { readonly kind: 'text' }, notes: Notes): void {
  if (part.citations !== undefined && part.citations.length > 0)
    notes.note('citations of earlier text', part.path);
  if (part.sealed !== undefined) notes.note('sealed text', part.path);
  noteMark(part, notes);
}

function noteMark(part: { readonly cacheMark?: unknown; readonly path?: string }, notes: Notes): void {
  if (part.cacheMark !== undefined) notes.note('mark of the cache', part.path);
}

function writeImage(part: ImagePart & { readonly path?: string }, notes: Notes): readonly Wire[] {
  noteMark(part, notes);
  const { source, detail } = part;
  if (source.from === 'id' || source.from === 'text') {
    notes.note('image by id', part.path);
    return [];
  }
  const url = source.from === 'url' ? source.url : dataUrl(source);
  return [{ type: 'image_url', image_url: { url, ...(detail === undefined ? {} : { detail }) } }];
}

function writeFile(part: FilePart & { readonly path?: string }, notes: Notes): readonly Wire[] {
  noteMark(part, notes);
  const { source, name } = part;
  const filename = name === undefined ? {} : { filename: name };
  switch (source.from) {
    case 'id':
      return [{ type: 'file', file: { file_id: source.id, ...filename } }];
    case 'data':
      return [{ type: 'file', file: { file_data: dataUrl(source), ...filename } }];
    case 'text':
      notes.note('file as text', part.path);
      return [{ type: 'text', text: source.text }];
    case 'url':
      notes.note('file by URL', part.path);
      return [];
  }
}
